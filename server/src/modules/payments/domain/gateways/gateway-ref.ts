/** The gateway's own id of a payment; opaque to us, and longer than a number may be. */
export type GatewayRef = string & { readonly gatewayRef: true };
export const gatewayRef = (text: string): GatewayRef => text as GatewayRef;
