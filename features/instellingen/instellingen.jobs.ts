import type { DuoVragen } from '../../connections/duo/client.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Tx } from '../../server/db/db.ts';
import { legVast } from '../../server/dossier/feiten.ts';
import { alleGemeenten } from '../../server/dossier/gemeenten.ts';
import { echteKlok } from '../../server/klok.ts';
import type { Toepassing, Werk } from '../../server/toepassing.ts';
import { planWerk } from '../../server/werk.ts';
import {
  type Bekend,
  bekende,
  dossiersMetAanbodBij,
  markeerVerdwenen,
  schrijfGronden,
  schrijfInstelling,
  schrijfStand,
  type Vers,
} from './instellingen.store.ts';
import { leesOins } from './oin.read.ts';

/** DUO geeft hoogstens zoveel instellingen en zegt er niet bij dat er meer zijn. */
const HOOGSTENS = 200;

type DuoInstelling = Extract<
  Awaited<ReturnType<DuoVragen['instellingen']>>,
  { soort: 'ok' }
>['waarde'][number];

type Wat = FeitInhoud['instelling-gewijzigd']['wat'];
/** Wat er aan een instelling veranderde. */
export type Verandering = { instellingsnummer: string; instelling: string; wat: Wat };

/** Houdt de lijsten van DUO bij die over niemand in het bijzonder gaan. */
export const instellingenWerk: Werk = {
  async duo_naslag(_inhoud, t) {
    const fouten = [await werkInstellingenBij(t), await werkGrondenBij(t)].filter(Boolean);
    if (fouten.length > 0) throw new Error(`naslag van DUO niet opgehaald: ${fouten[0]}`);
  },
};

/** Plant het ophalen; twee keer vragen is één keer ophalen. */
export const planNaslag = (tx: Tx): Promise<void> =>
  planWerk(tx, 'duo_naslag', {}, { wachtrij: 'duo-naslag', sleutel: 'duo-naslag' });

type Vraag<T> = (
  duo: ReturnType<Toepassing['duo']['voor']>,
) => Promise<{ soort: string; waarde?: T; reden?: string }>;

/** Vraagt het namens de eerste gemeente die DUO herkent. */
async function vraag<T>(t: Toepassing, stel: Vraag<T>): Promise<{ waarde: T } | { fout: string }> {
  let fout = 'er is nog geen gemeente ingericht';
  for (const oin of await t.db.zonderDossiers(leesOins)) {
    const antwoord = await stel(t.duo.voor(oin));
    if (antwoord.soort === 'ok') return { waarde: antwoord.waarde as T };
    fout = antwoord.reden ?? antwoord.soort;
    if (antwoord.soort === 'storing') break;
  }
  return { fout };
}

async function werkGrondenBij(t: Toepassing): Promise<string | undefined> {
  const antwoord = await vraag(t, (duo) => duo.verlengingsgronden());
  return t.db.zonderDossiers(async (tx) => {
    if ('fout' in antwoord) {
      await schrijfStand(tx, 'verlengingsgronden', antwoord, echteKlok.nu());
      return antwoord.fout;
    }
    const { waarde } = antwoord;
    await schrijfGronden(tx, waarde, echteKlok.nu());
    const uitkomst = { aantal: waarde.length, misschienAfgekapt: false };
    await schrijfStand(tx, 'verlengingsgronden', uitkomst, echteKlok.nu());
    return undefined;
  });
}

async function werkInstellingenBij(t: Toepassing): Promise<string | undefined> {
  const antwoord = await vraag(t, (duo) => duo.instellingen());
  if ('fout' in antwoord) {
    await t.db.zonderDossiers((tx) => schrijfStand(tx, 'instellingen', antwoord, echteKlok.nu()));
    return antwoord.fout;
  }
  const gemeenten = await t.db.zonderDossiers(alleGemeenten);
  // Lijst en signalen in één transactie: valt er iets weg, dan ziet de volgende keer dezelfde verandering.
  await t.db.forGemeenten({ gemeenten }, async (tx) => {
    const veranderingen = await neemOver(tx, antwoord.waarde, t.klok.nu());
    for (const verandering of veranderingen) {
      for (const gemeenteId of gemeenten) await meldInDossiers(tx, t, gemeenteId, verandering);
    }
  });
  return undefined;
}

/** Schrijft de lijst van DUO en zegt wat er sinds de vorige keer anders is. */
async function neemOver(
  tx: Tx,
  lijst: readonly DuoInstelling[],
  nu: string,
): Promise<Verandering[]> {
  const oud = await bekende(tx);
  const misschienAfgekapt = lijst.length >= HOOGSTENS;
  const veranderingen: Verandering[] = [];
  for (const vers of lijst.map(alsRij)) {
    const wat = await schrijf(tx, oud.get(vers.instellingsnummer), vers, nu);
    oud.delete(vers.instellingsnummer);
    if (wat) veranderingen.push(verandering(vers, wat));
  }
  // Een lege of afgekapte lijst bewijst niet dat een instelling weg is.
  if (lijst.length > 0 && !misschienAfgekapt) {
    for (const [nummer, rij] of oud) {
      if (rij.verdwenen_op) continue;
      await markeerVerdwenen(tx, nummer, nu);
      veranderingen.push(verandering({ instellingsnummer: nummer, naam: rij.naam }, 'verdwenen'));
    }
  }
  await schrijfStand(
    tx,
    'instellingen',
    { aantal: lijst.length, misschienAfgekapt },
    echteKlok.nu(),
  );
  return veranderingen;
}

async function schrijf(
  tx: Tx,
  vorig: Bekend | undefined,
  vers: Vers,
  nu: string,
): Promise<Wat | undefined> {
  const wat = vorig && vergelijk(vorig, vers);
  const gebleven = wat === 'hersteld' ? null : (vorig?.keurmerk_verloren_op ?? null);
  const keurmerkVerlorenOp = wat === 'keurmerk-verloren' ? nu : gebleven;
  await schrijfInstelling(tx, vers, { keurmerkVerlorenOp, nu });
  return wat;
}

const verandering = (
  { instellingsnummer, naam }: Pick<Vers, 'instellingsnummer' | 'naam'>,
  wat: Wat,
): Verandering => ({ instellingsnummer, instelling: naam, wat });

function vergelijk(oud: Bekend, nieuw: Vers): Wat | undefined {
  const verloor =
    (oud.bow_keurmerk === true && nieuw.bow_keurmerk !== true) ||
    (oud.tst_keurmerk === true && nieuw.tst_keurmerk !== true);
  if (verloor) return 'keurmerk-verloren';
  const kreeg =
    (oud.bow_keurmerk !== true && nieuw.bow_keurmerk === true) ||
    (oud.tst_keurmerk !== true && nieuw.tst_keurmerk === true);
  const wasMis = oud.verdwenen_op !== null || (oud.keurmerk_verloren_op !== null && kreeg);
  return wasMis ? 'hersteld' : undefined;
}

function alsRij(i: DuoInstelling): Vers {
  return {
    instellingsnummer: i.instellingsnummer,
    naam: i.naam,
    postcode: i.postcode ?? null,
    huisnummer: i.huisnummer ?? null,
    huisnummertoevoeging: i.huisnummertoevoeging ?? null,
    plaats: i.plaatsnaam ?? '',
    bow: i.bow ?? null,
    brin: i.brin ?? null,
    bow_keurmerk: i.indicatieBowKeurmerk ?? null,
    tst_keurmerk: i.indicatieTstKeurmerk ?? null,
  };
}

/** Een feit in elk dossier met een aanbod daar; de Stand maakt er een signaal van zolang het aanbod loopt. */
async function meldInDossiers(
  tx: Tx,
  t: Toepassing,
  gemeenteId: string,
  inhoud: Verandering,
): Promise<void> {
  const vandaag = t.klok.vandaag();
  for (const sleutel of await dossiersMetAanbodBij(tx, gemeenteId, inhoud.instellingsnummer)) {
    const feit = {
      soort: 'instelling-gewijzigd' as const,
      inhoud,
      geldigOp: vandaag,
      bron: 'duo' as const,
      verwijzing: 'Lijst van instellingen',
    };
    await legVast(tx, sleutel, [feit], { nu: t.klok.nu(), vandaag });
  }
}
