import { bareWord } from '../i18n/bareWord.ts';

const paths = {
  leaf: 'M20 4C11 4 5 8 5 14.5c0 1.6.5 3 1.2 4C12 19 20 15.500 20 4zM4 21c2-5 5-8 9-10',
  tag: 'M12.500 3.500H20V11l-8.500 8.500a1.500 1.500 0 0 1-2.200 0L4.500 14.700a1.500 1.500 0 0 1 0-2.200zM16.200 7.800h.01',
  gear: 'M12 8.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM12 2.800v3M12 18.200v3M2.800 12h3M18.200 12h3M5.500 5.500l2.100 2.100M16.400 16.400l2.100 2.100M18.500 5.500l-2.100 2.100M7.600 16.400l-2.100 2.100',
  box: 'M12 3l8 4.300v9.400L12 21l-8-4.300V7.300zM4 7.300l8 4.300 8-4.300M12 11.600V21',
  truck:
    'M2.500 6h11v10h-11zM13.500 9.500h4l3.500 3.500v3h-7.500M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  arrive: 'M12 3v11M7.500 10L12 14.500 16.500 10M4 15v4.500h16V15',
  inspect:
    'M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM15.300 15.300L20.500 20.500M7.800 10.600l2 2 3.600-3.900',
  store: 'M3.500 10.500L12 4l8.500 6.500V20h-17zM8 20v-6h8v6M8 17h8',
  shop: 'M4 9l1.500-5h13L20 9M4 9a2.600 2.600 0 0 0 5.300 0 2.700 2.700 0 0 0 5.400 0A2.600 2.600 0 0 0 20 9M5.500 12v8h13v-8M10 20v-4.500h4V20',
  sensor: 'M14 13.500V5a2 2 0 1 0-4 0v8.500a4.200 4.200 0 1 0 4 0zM12 9v8',
  note: 'M6 3.500h9l3.500 3.500v13.500H6zM9 10h6M9 13.500h6M9 17h4',
} as const;

const words: Record<string, keyof typeof paths> = {
  collecting: 'leaf',
  ploughing: 'leaf',
  planting: 'leaf',
  cultivating: 'leaf',
  harvesting: 'leaf',
  grading: 'box',
  drying: 'gear',
  salting: 'gear',
  seasoning: 'gear',
  pickling: 'gear',
  commissioning: 'tag',
  creating_class_instance: 'tag',
  encoding: 'tag',
  transforming: 'gear',
  assembling: 'gear',
  disassembling: 'gear',
  packing: 'box',
  repackaging: 'box',
  unpacking: 'box',
  picking: 'box',
  loading: 'box',
  shipping: 'truck',
  departing: 'truck',
  transporting: 'truck',
  consigning: 'truck',
  staging_outbound: 'truck',
  receiving: 'arrive',
  accepting: 'arrive',
  arriving: 'arrive',
  unloading: 'arrive',
  inspecting: 'inspect',
  sampling: 'inspect',
  holding: 'inspect',
  storing: 'store',
  stock_taking: 'store',
  cycle_counting: 'store',
  stocking: 'shop',
  retail_selling: 'shop',
  dispensing: 'shop',
  sensor_reporting: 'sensor',
};

/** The SVG path (24 by 24, stroked) of a business step's icon. */
export function stepIconPath(bizStep: string | null): string {
  return paths[(bizStep !== null && words[bareWord(bizStep)]) || 'note'];
}
