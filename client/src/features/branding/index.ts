/** The screens of brands, each in a chunk of its own. */
export const brandingScreens = {
  desk: () => import('./desk/desk-screen'),
  designBrief: () => import('./desk/design-brief-screen'),
  quotes: () => import('./desk/quotes-screen'),
  briefs: () => import('./briefs/briefs-screen'),
  newBrief: () => import('./briefs/new-brief-screen'),
  brief: () => import('./briefs/brief-screen'),
  brands: () => import('./profiles/brands-screen'),
  files: () => import('./files/files-screen'),
  packaging: () => import('./packaging/packaging-list-screen'),
  packagingSpec: () => import('./packaging/packaging-screen'),
  proof: () => import('./proofs/proof-screen'),
  designProof: () => import('./proofs/design/design-proof-screen'),
  brand: () => import('./profiles/profile-screen'),
};
