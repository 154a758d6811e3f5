/** What is measured, with its units by code: base value = value × factor + offset. */
type Dimension = Record<string, readonly [factor: number, offset?: number]>;

const pound = 0.45359237;
const foot = 0.3048;
const gallon = 3.785411784e-3;
const day = 86_400;

/**
 * UN/CEFACT Recommendation 20 codes by what they measure, each in terms of the unit that comes first. Codes of the same
 * dimension convert into each other; every other code is comparable with itself only.
 */
const dimensions: Readonly<Record<string, Dimension>> = {
  // kelvin, degree Celsius, degree Fahrenheit, degree Rankine
  temperature: { KEL: [1], CEL: [1, 273.15], FAH: [5 / 9, (459.67 * 5) / 9], A48: [5 / 9] },
  // per cent (relative humidity too), per mille, parts per million, parts per billion
  ratio: { P1: [1], NX: [0.1], '59': [1e-4], '61': [1e-7] },
  // gram per cubic metre (absolute humidity); kilogram, milligram, microgram per cubic metre; per litre and cubic centimetre
  concentration: { A93: [1], KMQ: [1000], GP: [1e-3], GQ: [1e-6], GL: [1000], M1: [1], B35: [1e6], '23': [1e6] },
  mass: {
    KGM: [1],
    GRM: [1e-3],
    MGM: [1e-6],
    MC: [1e-9],
    DTN: [100],
    TNE: [1000],
    KTN: [1e6],
    HGM: [0.1],
    DJ: [0.01],
    DG: [1e-4],
    CGM: [1e-5],
    LBR: [pound],
    ONZ: [pound / 16],
    STN: [pound * 2000],
    LTN: [pound * 2240],
    STI: [pound * 14],
    CWA: [pound * 100],
    CWI: [pound * 112],
    APZ: [0.0311034768],
  },
  length: {
    MTR: [1],
    KMT: [1000],
    DMT: [0.1],
    CMT: [0.01],
    MMT: [1e-3],
    '4H': [1e-6],
    C45: [1e-9],
    INH: [foot / 12],
    FOT: [foot],
    YRD: [foot * 3],
    SMI: [foot * 5280],
    NMI: [1852],
    AK: [foot * 6],
  },
  area: {
    MTK: [1],
    KMK: [1e6],
    H16: [100],
    HAR: [1e4],
    ARE: [100],
    DMK: [0.01],
    CMK: [1e-4],
    MMK: [1e-6],
    INK: [6.4516e-4],
    FTK: [foot ** 2],
    YDK: [(3 * foot) ** 2],
    ACR: [4046.8564224],
    MIK: [(5280 * foot) ** 2],
  },
  volume: {
    MTQ: [1],
    LTR: [1e-3],
    HLT: [0.1],
    DLT: [1e-4],
    CLT: [1e-5],
    MLT: [1e-6],
    '4G': [1e-9],
    DMQ: [1e-3],
    CMQ: [1e-6],
    MMQ: [1e-9],
    K6: [1],
    A44: [0.01],
    GLL: [gallon],
    QTL: [gallon / 4],
    PTL: [gallon / 8],
    OZA: [gallon / 128],
    GLI: [4.54609e-3],
    QTI: [4.54609e-3 / 4],
    PTI: [4.54609e-3 / 8],
    OZI: [4.54609e-3 / 160],
    INQ: [(foot / 12) ** 3],
    FTQ: [foot ** 3],
    YDQ: [(3 * foot) ** 3],
    BLL: [gallon * 42],
  },
  pressure: {
    PAL: [1],
    A97: [100],
    KPA: [1000],
    MPA: [1e6],
    BAR: [1e5],
    MBR: [100],
    ATM: [101_325],
    ATT: [98_066.5],
    PS: [6894.757293168361],
    HN: [133.322387415],
    F79: [3386.389],
  },
  speed: {
    MTS: [1],
    KMH: [1 / 3.6],
    KNT: [1852 / 3600],
    HM: [(foot * 5280) / 3600],
    FS: [foot],
    '2M': [0.01],
    M62: [1000],
    '2X': [1 / 60],
  },
  acceleration: { MSK: [1], A76: [0.01], K40: [9.80665] },
  illuminance: { LUX: [1], KLX: [1000], P25: [10.763910416709722] },
  time: {
    SEC: [1],
    C26: [1e-3],
    B98: [1e-6],
    MIN: [60],
    HUR: [3600],
    DAY: [day],
    WEE: [day * 7],
    MON: [day * 30.4375],
    ANN: [day * 365.25],
  },
  frequency: { HTZ: [1], KHZ: [1000], MHZ: [1e6], A86: [1e9] },
  angle: { C81: [1], DD: [Math.PI / 180], D61: [Math.PI / 10_800], D62: [Math.PI / 648_000] },
  energy: { JOU: [1], KJO: [1000], '3B': [1e6], GV: [1e9], WHR: [3600], KWH: [3.6e6], D70: [4.1868], E14: [4186.8] },
  power: { WTT: [1], KWT: [1000], MAW: [1e6], C31: [1e-3] },
  voltage: { VLT: [1], '2Z': [1e-3], KVT: [1000], D82: [1e-6] },
  current: { AMP: [1], '4K': [1e-3], B84: [1e-6], B22: [1000] },
  force: { NEW: [1], B47: [1000], B73: [1e6] },
  conductivity: { D10: [1], H61: [0.1] },
  flow: { MQS: [1], MQH: [1 / 3600], G51: [1e-3], L2: [1e-3 / 60], E32: [1e-3 / 3600] },
  // pieces, pairs, dozens, scores, hundreds, thousands
  count: { H87: [1], EA: [1], C62: [1], PR: [2], DZN: [12], SCO: [20], CEN: [100], MIL: [1000] },
  radioactivity: { BQL: [1], '2Q': [1000], CUR: [3.7e10] },
  data: { AD: [1], '2P': [1000], '4L': [1e6], E34: [1e9] },
};

const dimensionOf = new Map(
  Object.values(dimensions).flatMap((units) => Object.keys(units).map((code) => [code, units] as const)),
);

/**
 * `value` of one unit in every unit that measures the same, itself first and unchanged. A difference, such as a standard
 * deviation, has no zero point: for it offsets do not count.
 */
export function convertToAll(value: number, unit: string, difference = false): { unit: string; value: number }[] {
  const units = dimensionOf.get(unit) ?? {};
  const [factor, offset = 0] = units[unit] ?? [1];
  const base = value * factor + (difference ? 0 : offset);
  const others = Object.entries(units).filter(([code]) => code !== unit);
  return [
    { unit, value },
    ...others.map(([code, [other, shift = 0]]) => ({ unit: code, value: (base - (difference ? 0 : shift)) / other })),
  ];
}
