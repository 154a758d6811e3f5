import type { ThemeConfig } from 'antd';

/** Ant Design in the platform's colours and type. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0c655f',
    colorLink: '#0c655f',
    colorSuccess: '#18704a',
    colorError: '#b3261e',
    colorWarning: '#a86400',
    colorInfo: '#0c655f',
    // The library's own tints of these dark colours are grey.
    colorSuccessBg: '#edf7f1',
    colorSuccessBorder: '#b5dcc7',
    colorErrorBg: '#fdf0ee',
    colorErrorBorder: '#efb9b3',
    colorWarningBg: '#fff7e6',
    colorWarningBorder: '#f0d39a',
    colorInfoBg: '#eaf4f2',
    colorInfoBorder: '#b9d9d4',
    colorBgLayout: '#f5f6f3',
    colorText: '#16211f',
    colorTextSecondary: '#56625f',
    colorTextDescription: '#56625f',
    colorTextPlaceholder: '#6c7874',
    borderRadius: 8,
    borderRadiusLG: 14,
    fontFamily: 'var(--font)',
    fontFamilyCode: 'var(--mono)',
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Layout: { headerBg: '#ffffff', siderBg: '#0a3f3b', bodyBg: '#f5f6f3' },
    // The corners of the rest would make a circle of a box.
    Checkbox: { borderRadiusSM: 3 },
    Menu: {
      darkItemBg: '#0a3f3b',
      darkSubMenuItemBg: '#083431',
      darkItemSelectedBg: '#14807a',
      darkItemColor: 'rgba(255,255,255,0.86)',
    },
  },
};
