import type { Routes } from '../../../server/toepassing.ts';
import { registreerDerden, registreerNotities } from './aanvulling.routes.ts';
import { registreerBrpZoeken } from './brp/zoeken.routes.ts';
import { registreerGegeven } from './gegevens.routes.ts';
import { registreerGezinsbanden } from './gezin.routes.ts';
import { registreerNieuw } from './nieuw.routes.ts';
import { registreerSamenvoegen } from './samenvoegen.routes.ts';

/** Alles wat een gebruiker met de hand in een dossier vastlegt. */
export const registreerInvoer: Routes = (app, t) => {
  registreerNieuw(app, t);
  registreerBrpZoeken(app, t);
  registreerSamenvoegen(app, t);
  registreerGegeven(app, t);
  registreerGezinsbanden(app, t);
  registreerNotities(app, t);
  registreerDerden(app, t);
};
