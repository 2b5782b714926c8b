import { z } from 'zod';

export const ApparaatParams = z.object({ apparaatId: z.uuid() });
export const BewaarsleutelSchema = z.object({
  /** 32 bytes in base64, alleen voor deze medewerker op dit apparaat. */
  sleutel: z.string(),
});
