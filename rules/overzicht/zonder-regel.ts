/** Waarom een onderwerp van de wet geen regel heeft. */
export const ZONDER_REGEL: { readonly [id: string]: string } = {};
