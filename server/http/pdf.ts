import { z } from 'zod';

/** Het antwoord 200 van een route die een PDF stuurt, voor `schema.response`; de bytes gaan ongewijzigd mee. */
export const pdfAntwoord = {
  description: 'Het bestand',
  content: {
    'application/pdf': {
      schema: z.custom<Buffer>(Buffer.isBuffer).meta({ type: 'string', format: 'binary' }),
    },
  },
};
