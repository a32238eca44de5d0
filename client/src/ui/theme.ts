import { createTheme, type MantineColorsTuple } from '@mantine/core';

const majorelle: MantineColorsTuple = [
  '#ecebfb',
  '#d6d3f7',
  '#bcb8f0',
  '#a49de8',
  '#8880df',
  '#6f66d9',
  '#4a3fd0',
  '#3b31ad',
  '#312890',
  '#272073',
];

/** Mantine dressed in our tokens; only its overlays and menus are used. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  colors: { majorelle },
  primaryColor: 'majorelle',
  primaryShade: 6,
  black: '#1d1a16',
  defaultRadius: 7,
  focusRing: 'auto',
  respectReducedMotion: true,
});
