/** Versie van de API (semver); de hoofdversie staat in het pad. */
export const API_VERSIE = '1.0.0';

/** Kop van het OpenAPI-document; de paden komen uit de schema's van de routes. */
export const openapiDocument = {
  openapi: '3.1.0' as const,
  info: {
    title: 'Meedoen',
    version: API_VERSIE,
    description:
      'Uitvoering van de Wet inburgering 2021. Volgt de NLGov REST API Design Rules. Zoeken op personen gaat met POST `_zoek`, zodat geen persoonsgegeven in een adres komt. Foutantwoorden zijn `application/problem+json`.',
    contact: { name: 'Meedoen', email: 'meedoen@example.nl', url: 'https://meedoen.example' },
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: '/v1' }],
};
