import type { Datum } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { vorigeKeer } from './plan.beeld.routes.ts';
import type { Verschil } from './plan.schema.ts';
import { veranderd } from './verschil.ts';
import type { Zaak } from './zaak.routes.ts';

const DAG_IN_NEDERLAND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** Wat er sinds een dag veranderde, met alleen de feiten die toen waren vastgelegd. */
export function verschilSinds({ feiten, l, door }: Zaak, sinds: Datum | undefined): Verschil {
  const { vandaag } = door;
  const standaard = vorigeKeer(l.g, vandaag);
  const dag = sinds ?? standaard.dag;
  const toen = feiten.filter((f) => DAG_IN_NEDERLAND.format(new Date(f.vastgelegdOp)) <= dag);
  return {
    sinds: dag,
    waarom: sinds ? 'sinds de gekozen dag' : standaard.waarom,
    items: veranderd(kiesGeldend(toen, klokOp(dag)), l.g, vandaag),
  };
}
