import { schrijfAudit } from '../../server/audit/audit.ts';
import type { Tx } from '../../server/db/db.ts';
import { bewaarBrief, leesGemeente } from '../../server/dossier/brief.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { nieuwId } from '../../server/id.ts';
import { echteKlok } from '../../server/klok.ts';
import { LetterError, renderLetter } from '../../server/letters.ts';
import type { Toepassing, Werk } from '../../server/toepassing.ts';
import type { Taal } from '../shared/talen.schema.ts';
import { SetOpdracht } from './brieven.schema.ts';
import { bestaatStuk, leesBesluit, neemSet, type SetRij, schrijfSet } from './brieven.store.ts';
import { leesBron, leesDossier, taalIn } from './set/bron.jobs.ts';
import {
  documenttitel,
  gegevensVan,
  type Stuk,
  sjabloonVan,
  stukkenVan,
  titelVan,
} from './set/stukken.ts';
import type { Vinder } from './set/zetten.ts';
import { vastgesteldeTeksten } from './teksten.read.ts';

const NIET_GELUKT =
  'Het maken van de brieven is onderbroken. Meedoen probeert het vanzelf opnieuw.';

/** Zoekt de teksten van de brieven, in de woorden van deze gemeente. */
export async function vinderVan(tx: Tx, gemeenteId: string): Promise<Vinder> {
  const teksten = await vastgesteldeTeksten(tx, gemeenteId);
  return (sleutel, taal) => teksten.vind('brieven', sleutel, taal);
}

type Begonnen = { dossier: GevondenDossier; set: SetRij };

/** Legt vast waaruit de set wordt gemaakt, één keer; voegt een gevraagde taal toe. */
async function begin(tx: Tx, t: Toepassing, o: SetOpdracht): Promise<Begonnen | undefined> {
  const dossier = await vindDossier(tx, o.dossierId);
  const eerder = await neemSet(tx, dossier, o.pipId);
  const vandaag = t.klok.vandaag();
  // Zolang er nog geen brief is, mag de bron nog veranderen: wat misging kan intussen zijn verbeterd.
  const gelezen =
    eerder?.bron && eerder.klaar > 0
      ? { bron: eerder.bron }
      : await leesBron(tx, dossier, o.pipId, vandaag);
  const nu = t.klok.nu();
  if ('redenen' in gelezen) {
    if (gelezen.redenen.some((r) => r.code === 'niet-vastgesteld')) return undefined;
    const fout = gelezen.redenen.map((r) => r.tekst).join(' ');
    const leeg = { versie: 1, talen: [], klaar: 0, totaal: 0, bron: null };
    await schrijfSet(tx, dossier, o.pipId, { ...leeg, staat: 'mislukt', fout, nu });
    return undefined;
  }
  const eigen = taalIn((await leesDossier(tx, dossier, vandaag)).lezing);
  const gevraagd = [...(eerder?.talen ?? (eigen ? [eigen] : [])), ...(o.taal ? [o.taal] : [])];
  const talen = [...new Set(gevraagd)].filter((taal): taal is Exclude<Taal, 'nl'> => taal !== 'nl');
  const set: SetRij = {
    pipId: o.pipId,
    versie: gelezen.bron.versie,
    talen,
    staat: 'bezig',
    klaar: eerder?.klaar ?? 0,
    totaal: stukkenVan(talen).length,
    fout: null,
    bron: gelezen.bron,
  };
  await schrijfSet(tx, dossier, o.pipId, { ...set, nu });
  return { dossier, set };
}

/** Maakt één brief als zij er nog niet is, en telt haar mee. */
async function maakStuk(
  tx: Tx,
  t: Toepassing,
  { dossier, set }: Begonnen,
  stuk: Stuk,
  nummer: number,
): Promise<void> {
  const { bron, pipId } = set;
  if (!bron) throw new Error('een begonnen set heeft een bron');
  await neemSet(tx, dossier, pipId);
  const nu = t.klok.nu();
  if (!(await bestaatStuk(tx, dossier.gemeenteId, pipId, stuk))) {
    const gegevens = gegevensVan(bron, stuk, await vinderVan(tx, dossier.gemeenteId));
    const sjabloon = sjabloonVan(stuk);
    const { logo } = await leesGemeente(tx, dossier.gemeenteId);
    const { pdf, sha256 } = await renderLetter({
      template: sjabloon,
      data: gegevens,
      title: documenttitel(stuk, bron.versie),
      lang: 'nl',
      standard: 'ua-1',
      logo,
      spans: stuk.taal === 'nl' ? [] : [stuk.taal],
    });
    const besluit = await leesBesluit(tx, dossier, pipId);
    await bewaarBrief(tx, dossier, {
      id: nieuwId(),
      soort: stuk.soort,
      titel: titelVan(stuk, bron.versie),
      pdf,
      sha256,
      medewerkerId: besluit?.vastgesteldDoor ?? null,
      nu,
      herkomst: { sjabloon, gegevens },
      set: { id: pipId, versie: bron.versie },
      taal: stuk.taal,
    });
  }
  const staat = nummer === set.totaal ? ('klaar' as const) : ('bezig' as const);
  await schrijfSet(tx, dossier, pipId, { ...set, staat, klaar: nummer, nu });
}

/** Laat zien dat het niet lukte, en waarom; nooit met gegevens van de persoon. */
async function meldFout(t: Toepassing, { dossier, set }: Begonnen, fout: string): Promise<void> {
  await t.db.forGemeenten({ gemeenten: [dossier.gemeenteId] }, async (tx) => {
    const nu = (await neemSet(tx, dossier, set.pipId)) ?? set;
    await schrijfSet(tx, dossier, set.pipId, {
      ...set,
      klaar: nu.klaar,
      staat: 'mislukt',
      fout,
      nu: t.klok.nu(),
    });
  });
}

function protocolleer(tx: Tx, { dossier, set }: Begonnen): Promise<void> {
  return schrijfAudit(tx, {
    tijdstip: echteKlok.nu(),
    systeem: 'brieven',
    gemeenteId: dossier.gemeenteId,
    dossierId: dossier.dossierId,
    taak: 'pip',
    handeling: 'wijzigen',
    objectSoort: 'brievenset',
    objectId: set.pipId,
    traceId: nieuwId().replaceAll('-', ''),
  });
}

/**
 * Maakt de brieven bij een vastgesteld PIP. Elke brief is een eigen transactie: werk dat halverwege ophoudt gaat verder
 * waar het was, en wat er al is wordt niet nog eens gemaakt.
 */
export const brievenWerk: Werk = {
  async brievenset(inhoud, t) {
    const opdracht = SetOpdracht.parse(inhoud);
    const bereik = { gemeenten: [opdracht.gemeenteId] };
    const begonnen = await t.db.forGemeenten(bereik, (tx) => begin(tx, t, opdracht));
    if (!begonnen) return;
    try {
      const stukken = stukkenVan(begonnen.set.talen);
      for (const [i, stuk] of stukken.entries()) {
        await t.db.forGemeenten(bereik, (tx) => maakStuk(tx, t, begonnen, stuk, i + 1));
      }
      await t.db.forGemeenten(bereik, (tx) => protocolleer(tx, begonnen));
    } catch (fout) {
      // Een brief die niet te zetten is, lukt een tweede keer ook niet: dan wacht zij op een mens.
      if (fout instanceof LetterError) {
        return meldFout(t, begonnen, `Een brief kan niet worden gemaakt: ${fout.message}.`);
      }
      await meldFout(t, begonnen, NIET_GELUKT);
      throw fout;
    }
  },
};
