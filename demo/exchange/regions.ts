/** Counties of the demonstration. GB/T 2260 gives no place a code that begins with 4399, so that no number made of them is real. */
export const regions = [
  { code: '439901', zh: '东溪区', en: 'Dongxi' },
  { code: '439902', zh: '西岭区', en: 'Xiling' },
  { code: '439921', zh: '云桥县', en: 'Yunqiao' },
  { code: '439922', zh: '石渡县', en: 'Shidu' },
  { code: '439923', zh: '茶亭县', en: 'Chating' },
  { code: '439924', zh: '清江县', en: 'Qingjiang' },
] as const;

/** The city that they belong to. */
export const city = { code: '439900', zh: '南岭市（示范）', en: 'Nanling (demo)' } as const;
