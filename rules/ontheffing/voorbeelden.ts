const ARTS = { adviesAangewezenArts: true, blijvendNietInStaat: true };

/** Gepubliceerde voorbeelden van de regel ontheffing-medisch. */
export const MEDISCH_VOORBEELDEN = [
  { naam: 'Volledig, met verklaring van de arts', invoer: { ...ARTS, gevraagd: 'volledig' } },
  {
    naam: 'Drie taalonderdelen op B1',
    invoer: {
      ...ARTS,
      gevraagd: 'gedeeltelijk',
      onderdelen: [{ onderdeel: 'lezen' }, { onderdeel: 'luisteren' }, { onderdeel: 'schrijven' }],
      niveau: 'B1',
      datumAanvraag: '2026-09-01',
    },
  },
  {
    naam: 'Voor de MAP, terwijl herstel wordt verwacht',
    invoer: {
      gevraagd: 'gedeeltelijk',
      onderdelen: [{ onderdeel: 'MAP' }],
      adviesAangewezenArts: true,
      blijvendNietInStaat: false,
    },
  },
  { naam: 'De verklaring is er nog niet', invoer: { gevraagd: 'volledig' } },
];
