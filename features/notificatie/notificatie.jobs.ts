import type { Tx } from '../../server/db/db.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import type { Toepassing, Werk } from '../../server/toepassing.ts';
import { AanvulOpdracht, OpvraagOpdracht, VerwerkOpdracht } from './notificatie.schema.ts';
import { gemeenteGegevens, noteerMislukt } from './notificatie.store.ts';
import { brpViel, haalOp, Storing } from './verwerken/ophalen.jobs.ts';
import { vraagAllesOp } from './verwerken/opvragen.jobs.ts';
import { verwerk, vulAan } from './verwerken/schrijven.jobs.ts';
import { leesZaak } from './verwerken/zaak.jobs.ts';

const ONVERWACHT = 'onverwachte fout bij het verwerken';
const REGELS_STAPEL = 6;

/** Verwerkt meldingen van DUO: ophalen, dossier openen of vinden, feiten vastleggen. */
export const notificatieWerk: Werk = {
  async duo_bericht_verwerken(inhoud, t) {
    const opdracht = VerwerkOpdracht.parse(inhoud);
    await metFoutOpBericht(t, opdracht, async () => {
      const zaak = await inBereik(t, opdracht.gemeenteId, (tx) => leesZaak(tx, opdracht.berichtId));
      if (!zaak) return;
      // Ophalen gebeurt buiten elke transactie: DUO en de BRP mogen traag zijn.
      const opbrengst = await haalOp(t, {
        oin: zaak.gemeente.oin,
        bsn: zaak.bsn ?? '',
        wat: zaak.ophalen,
      });
      const gemist = await inBereik(t, opdracht.gemeenteId, (tx) =>
        verwerk(tx, t, zaak, opbrengst),
      );
      // Wat er wel is staat vast; de wachtrij vraagt later alleen wat ontbreekt.
      if (gemist) throw new Gedeeltelijk(gemist);
    });
  },

  async duo_opvragen(inhoud, t) {
    const opdracht = OpvraagOpdracht.parse(inhoud);
    try {
      await vraagAllesOp(t, (doe) => inBereik(t, opdracht.gemeenteId, doe), opdracht);
    } catch (fout) {
      throw zonderInhoud(fout);
    }
  },

  async brp_aanvullen(inhoud, t) {
    const opdracht = AanvulOpdracht.parse(inhoud);
    const { gemeenteId, dossierId } = opdracht;
    const dossier = await inBereik(t, gemeenteId, async (tx) => ({
      ...(await vindDossier(tx, dossierId)),
      ...(await gemeenteGegevens(tx, gemeenteId)),
    }));
    if (!dossier.bsn) return;
    const opbrengst = await haalOp(t, { oin: dossier.oin, bsn: dossier.bsn, wat: ['brp'] });
    if (brpViel(opbrengst)) throw new Storing('de BRP antwoordde niet');
    await inBereik(t, gemeenteId, (tx) => vulAan(tx, t, opdracht, dossier.code, opbrengst));
  },
};

/** De grond van een ontheffing hoort bij de bijzondere gegevens; daarvoor heeft dit werk dat recht. */
const inBereik = <T>(t: Toepassing, gemeenteId: string, werk: (tx: Tx) => Promise<T>) =>
  t.db.forGemeenten({ gemeenten: [gemeenteId], bijzonder: [gemeenteId] }, werk);

/** Een deel is vastgelegd en de poging is al geteld. */
class Gedeeltelijk extends Storing {}

/** Bij een fout blijft de melding wachten, met de reden erbij; de wachtrij probeert het later opnieuw. */
async function metFoutOpBericht(
  t: Toepassing,
  opdracht: { gemeenteId: string; berichtId: string },
  werk: () => Promise<void>,
): Promise<void> {
  try {
    await werk();
  } catch (fout) {
    if (fout instanceof Gedeeltelijk) throw fout;
    const veilig = fout instanceof Storing ? fout : zonderInhoud(fout);
    await inBereik(t, opdracht.gemeenteId, (tx) => noteerMislukt(tx, opdracht, veilig.message));
    throw veilig;
  }
}

/** De tekst van een databasefout kan waarden bevatten en de wachtrij bewaart haar: alleen de plek blijft. */
function zonderInhoud(fout: unknown): Error {
  const code =
    fout instanceof Error && 'code' in fout ? ` (${String(fout.code).slice(0, 20)})` : '';
  const veilig = new Error(`${ONVERWACHT}${code}`);
  const stapel = fout instanceof Error ? (fout.stack ?? '') : '';
  const plekken = stapel.split('\n').filter((r) => /^\s+at /.test(r));
  veilig.stack = [veilig.message, ...plekken.slice(0, REGELS_STAPEL)].join('\n');
  return veilig;
}
