/** The screens of brands, each in a chunk of its own. */
export const brandingScreens = {
  brands: () => import('./profiles/brands-screen'),
  files: () => import('./files/files-screen'),
  packaging: () => import('./packaging/packaging-list-screen'),
  packagingSpec: () => import('./packaging/packaging-screen'),
  brand: () => import('./profiles/profile-screen'),
};
