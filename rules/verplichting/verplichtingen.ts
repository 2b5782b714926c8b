import type { Lezing } from '../stand/lezing.ts';
import type { Verplichting } from '../stand/stand.ts';
import { examens } from './examens.ts';
import { voortgangsgesprekken } from './gesprekken.ts';
import { bredeIntake, leerbaarheidstoets, pip } from './intake-en-pip.ts';
import { moduleMap, pvt } from './pvt-en-map.ts';
import { onderwijsroute, zroute } from './route.ts';

/** Alles wat de wet van gemeente en inburgeraar vraagt, met wat er is en wat ontbreekt. */
export function bepaalVerplichtingen(l: Lezing): Verplichting[] {
  return [
    bredeIntake(l),
    leerbaarheidstoets(l),
    pip(l),
    pvt(l),
    moduleMap(l),
    ...zroute(l),
    onderwijsroute(l),
    examens(l),
    voortgangsgesprekken(l),
  ].filter((v) => v !== undefined);
}
