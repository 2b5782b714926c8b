import { z } from 'zod';

/** Het dossier in het adres: `/dossiers/{dossierId}`. */
export const DossierParams = z.object({ dossierId: z.uuid() });

export const Doelgroep = z.enum(['asielstatushouder', 'gezins-en-overige-migrant', 'onbekend']);
export const Leerroute = z.enum(['B', 'O', 'Z']);
export const Toestand = z.enum(['actief', 'nog-niet-plichtig', 'gepauzeerd', 'beeindigd']);
