type Words = ReadonlyMap<string, string>;

function words(prefix: string, names: string): Words {
  return new Map(names.split(' ').map((name) => [name, prefix + name]));
}

const CBV = 'https://ref.gs1.org/cbv/';
const VOC = 'https://gs1.org/voc/';

/** Bare words of `bizStep` (CBV 2.0, section 7.1) and their web URIs. */
export const BIZ_STEPS = words(
  `${CBV}BizStep-`,
  'accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting ' +
    'decommissioning departing destroying disassembling dispensing encoding entering_exiting holding inspecting ' +
    'installing killing loading other packing picking receiving removing repackaging repairing replacing reserving ' +
    'retail_selling sampling sensor_reporting shipping staging_outbound stock_taking stocking storing transporting ' +
    'unloading unpacking void_shipping',
);

/** Bare words of `disposition` and `persistentDisposition` (CBV 2.0, section 7.2). */
export const DISPOSITIONS = words(
  `${CBV}Disp-`,
  'active available completeness_inferred completeness_verified conformant container_closed container_open damaged ' +
    'destroyed dispensed disposed encoded expired in_progress in_transit inactive mismatch_class mismatch_instance ' +
    'mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed ' +
    'recalled reserved retail_sold returned sellable_accessible sellable_not_accessible stolen unavailable unknown',
);

/** Bare words of the type of a business transaction (CBV 2.0, section 7.3). */
export const BIZ_TRANSACTION_TYPES = words(
  `${CBV}BTT-`,
  'bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt',
);

/** Bare words of the type of a source or destination (CBV 2.0, section 7.4). */
export const SOURCE_DESTINATION_TYPES = words(`${CBV}SDT-`, 'location owning_party possessing_party');

/** Bare words of `component` in a sensor report (CBV 2.0, section 7.8). */
export const COMPONENTS = words(
  `${CBV}Comp-`,
  'x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing latitude ' +
    'longitude altitude',
);

/** Bare words of `exception` in a sensor report (CBV 2.0, section 7.7). */
export const EXCEPTIONS = words(VOC, 'ALARM_CONDITION ERROR_CONDITION');

/** Bare words of `type` in a sensor report (CBV 2.0, section 7.6). */
export const MEASUREMENT_TYPES = words(
  VOC,
  'AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Altitude AmountOfSubstance ' +
    'AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance ' +
    'Conductance Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity ' +
    'ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency ' +
    'Illuminance Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux ' +
    'LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate ' +
    'MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarVolume Power Pressure RadiantFlux ' +
    'RadiantIntensity Radioactivity RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume Speed ' +
    'SurfaceDensity SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate VolumeFraction ' +
    'VolumetricFlux Wavenumber',
);

const URN = 'urn:epcglobal:cbv:';
const URN_FAMILIES: ReadonlyMap<string, string> = new Map([
  ['bizstep', `${CBV}BizStep-`],
  ['disp', `${CBV}Disp-`],
  ['btt', `${CBV}BTT-`],
  ['sdt', `${CBV}SDT-`],
  ['er', `${CBV}ER-`],
]);

/** A CBV 1.x vocabulary URN as its CBV 2.0 web URI, null when it is no such URN. */
export function cbvUrnToUri(urn: string): string | null {
  if (!urn.startsWith(URN)) return null;
  const colon = urn.indexOf(':', URN.length);
  if (colon < 0) return null;
  const base = URN_FAMILIES.get(urn.slice(URN.length, colon));
  return base === undefined ? null : base + urn.slice(colon + 1);
}
