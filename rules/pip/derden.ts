import type { Uitleg, Verklaring } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { aangehaaldeDatum, type Gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';

const TWEE_WEKEN = { aantal: 2, eenheid: 'week' } as const;

/** Inlichtingen van een derde: van wie, sinds wanneer gevraagd, en wanneer ontvangen. */
export type DerdeInformatie = {
  van: string;
  onmisbaar: boolean;
  gevraagdOp: Gegeven<Datum>;
  /** Leeg zolang er niets is ontvangen. */
  ontvangenOp?: Datum;
};

export type DerdenAntwoord = {
  verlengd?: { laatsteDag: Datum; zonderVerschuiving: Datum };
  stappen: Verklaring[];
};

/**
 * Besluit inburgering 2021 art. 5.3 lid 2: bij onmisbare inlichtingen van een derde is het PIP er
 * binnen twee weken na ontvangst. Alleen nuttige inlichtingen geven geen uitstel.
 *
 * Keuzes waar de wet zwijgt ('ontwerp'): de uitzondering verkort de gewone termijn nooit; zij geldt
 * alleen als de vraag binnen de gewone termijn is gesteld; zolang er niets is ontvangen blijft de dag
 * van lid 1 staan. De tekst van 2022 kende deze uitzondering niet.
 */
export function derdenUitzondering(
  derden: readonly DerdeInformatie[],
  gewoon: { laatsteDag: Datum; lid2: boolean; extraVrijeDagen: readonly Datum[] },
): DerdenAntwoord {
  const stappen: Verklaring[] = [];
  let verlengd: DerdenAntwoord['verlengd'];
  for (const d of derden) {
    const { stap, slot } = beoordeel(d, gewoon);
    stappen.push(stap);
    if (slot && slot.zonderVerschuiving > (verlengd?.zonderVerschuiving ?? '')) verlengd = slot;
  }
  return { ...(verlengd ? { verlengd } : {}), stappen };
}

function beoordeel(
  d: DerdeInformatie,
  gewoon: Parameters<typeof derdenUitzondering>[1],
): { stap: Verklaring; slot?: DerdenAntwoord['verlengd'] } {
  const { laatsteDag: lid1, lid2, extraVrijeDagen: extra } = gewoon;
  const { ontvangenOp } = d;
  if (!lid2) return zonder(d, () => 'de tekst van vóór 2023 kent geen uitstel');
  if (!d.onmisbaar) return zonder(d, () => 'nuttig maar niet onmisbaar: geen uitstel');
  if (d.gevraagdOp.waarde > lid1) {
    return zonder(d, () => 'pas gevraagd na de tien weken: geen uitstel');
  }
  if (!ontvangenOp) {
    return zonder(
      d,
      () => `nog niet ontvangen: ${inWoorden(lid1)} blijft staan; na ontvangst twee weken`,
    );
  }
  const rol = eindeVanTermijn(ontvangenOp, TWEE_WEKEN, extra);
  if (rol.laatsteDag <= lid1) {
    return zonder(d, () => `ontvangen op ${inWoorden(ontvangenOp)}: verkort de tien weken niet`);
  }
  const som = () => `ontvangen op ${inWoorden(ontvangenOp)} + 14 dagen = ${inWoorden(rol.kaal)}`;
  return {
    stap: () => stap(d, som(), doorrolUitleg(rol)),
    slot: { laatsteDag: rol.laatsteDag, zonderVerschuiving: rol.kaal },
  };
}

function zonder(d: DerdeInformatie, uitkomst: () => string): { stap: Verklaring } {
  return { stap: () => stap(d, uitkomst(), []) };
}

function stap(d: DerdeInformatie, uitkomst: string, stappen: Uitleg[]): Uitleg {
  return {
    titel: `Inlichtingen van ${d.van}`,
    uitkomst,
    grondslag: grondslag('pip-termijn', 'besluit', 'art. 5.3 lid 2', {
      zekerheid: 'ontwerp',
      toelichting:
        'Wat geldt zolang niets is ontvangen, en of dit ook na een verhuizing geldt, staat niet vast.',
    }),
    feiten: [aangehaaldeDatum('Gevraagd op', d.gevraagdOp)],
    ...(stappen.length > 0 ? { stappen } : {}),
  };
}
