import type { Tx } from '../../../server/db/db.ts';
import { type DossierSleutel, legVast, type NieuwFeit } from '../../../server/dossier/feiten.ts';
import { echteKlok } from '../../../server/klok.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import { planVerzending } from '../../../server/uitbox.ts';
import { koppelAlles } from './contactpersoon.jobs.ts';
import type { Opdracht, Uitkomst } from './opdracht.jobs.ts';
import { noteerUitstel, noteerWachtOp, rondAf } from './rij.store.ts';
import { dossiersMetOpenBericht, hefOp, legStil } from './stop.store.ts';

const EERSTE_HERKANSING_S = 5;
/** Hoogstens zo lang tussen twee pogingen, in seconden. */
export const LANGSTE_HERKANSING_S = 900;
/** Zo vaak probeert één bericht of DUO de gemeente weer herkent. */
const PROEF_NA_STOP_S = 60;

/** Legt vast hoe het versturen afliep, met het feit en het bewijs, in één transactie. */
export async function verwerk(
  tx: Tx,
  t: Toepassing,
  sleutel: DossierSleutel,
  o: Opdracht,
  uitkomst: Uitkomst,
): Promise<void> {
  const { gemeenteId } = sleutel;
  switch (uitkomst.soort) {
    case 'wacht-op':
      await noteerUitstel(tx, gemeenteId, o.id, '', true);
      return noteerWachtOp(tx, gemeenteId, o.id, uitkomst.reden);
    case 'later':
      await noteerUitstel(tx, gemeenteId, o.id, uitkomst.reden, uitkomst.zekerNietVerstuurd);
      return planVerzending(tx, sleutel, overSeconden(wachttijd(o.pogingen)));
    case 'stop': {
      const probeerOp = overSeconden(PROEF_NA_STOP_S);
      await noteerUitstel(tx, gemeenteId, o.id, uitkomst.reden, uitkomst.zekerNietVerstuurd);
      await legStil(tx, gemeenteId, { reden: uitkomst.reden, nu: t.klok.nu(), probeerOp });
      return planVerzending(tx, sleutel, probeerOp);
    }
    default:
      await sluitAf(tx, t, sleutel, o, uitkomst);
      await hervat(tx, gemeenteId);
  }
}

/** DUO antwoordt weer: lag de uitgang stil, dan gaat alles wat wachtte nu op weg. */
async function hervat(tx: Tx, gemeenteId: string): Promise<void> {
  if (!(await hefOp(tx, gemeenteId))) return;
  for (const dossier of await dossiersMetOpenBericht(tx, gemeenteId)) {
    await planVerzending(tx, dossier);
  }
}

/** Sluit een bericht af en schrijft in het dossier wat DUO (of wij) ervan vond. */
export async function sluitAf(
  tx: Tx,
  t: Toepassing,
  sleutel: DossierSleutel,
  o: Pick<Opdracht, 'id' | 'soort' | 'onderwerpId'>,
  uitkomst: Extract<Uitkomst, { soort: 'geaccepteerd' | 'geweigerd' }>,
): Promise<void> {
  const goed = uitkomst.soort === 'geaccepteerd';
  const nu = t.klok.nu();
  const foutteksten = goed ? [] : uitkomst.foutteksten;
  const eigenRedenen = goed ? [] : (uitkomst.eigenRedenen ?? []);
  const afgerond = await rondAf(tx, sleutel.gemeenteId, o.id, {
    staat: uitkomst.soort,
    foutteksten,
    eigenRedenen,
    ontvangstbewijs: goed ? uitkomst.bewijs : null,
    op: nu,
  });
  if (!afgerond) return;
  const feit = feitOver(o, uitkomst.soort, foutteksten, eigenRedenen);
  if (feit) {
    const vandaag = t.klok.vandaag();
    await legVast(tx, sleutel, [{ ...feit, geldigOp: vandaag }], { nu, vandaag });
  }
  if (goed && o.soort === 'pip') {
    await koppelAlles(tx, t, sleutel.gemeenteId, sleutel.dossierId);
  }
}

type Kaal = NieuwFeit extends infer F ? (F extends NieuwFeit ? Omit<F, 'geldigOp'> : never) : never;

/** Een contactpersoon is geen feit over de inburgeraar. */
function feitOver(
  { soort, onderwerpId }: Pick<Opdracht, 'soort' | 'onderwerpId'>,
  staat: 'geaccepteerd' | 'geweigerd',
  foutteksten: string[],
  eigen: readonly { tekst: string }[],
): Kaal | undefined {
  if (soort === 'contactpersoon') return undefined;
  const doorOns = eigen.length > 0;
  const teksten = doorOns ? eigen.map((e) => e.tekst) : foutteksten;
  const redenen = staat === 'geweigerd' ? { foutteksten: teksten } : {};
  if (soort === 'pip' && !doorOns) {
    const inhoud = { pipId: onderwerpId, staat, ...redenen };
    return { soort: 'pip-bij-duo', inhoud, bron: 'duo', verwijzing: 'PIP' };
  }
  const inhoud = { wat: soort, feitId: onderwerpId, staat, ...redenen };
  return {
    soort: 'bij-duo',
    inhoud: doorOns ? { ...inhoud, doorOns: true } : inhoud,
    bron: 'duo',
    verwijzing: doorOns ? 'Nagekeken vóór het versturen' : 'Antwoord van DUO',
  };
}

function wachttijd(pogingen: number): number {
  return Math.min(EERSTE_HERKANSING_S * 2 ** Math.min(pogingen - 1, 10), LANGSTE_HERKANSING_S);
}

/** Het moment over zoveel seconden, in werkelijke tijd. */
export function overSeconden(seconden: number): string {
  return new Date(Date.parse(echteKlok.nu()) + seconden * 1000).toISOString();
}
