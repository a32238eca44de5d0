export { FulfilmentScreen } from './fulfilment-screen';
export { ParcelScreen } from './parcel-screen';
