import type { DuoVragen } from '../../../connections/duo/client.ts';
import type { Tx } from '../../../server/db/db.ts';
import { echteKlok } from '../../../server/klok.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import {
  type ContactpersoonRij,
  leesContactpersoon,
  type Wijziging,
  wijzigContactpersoon,
} from './contactpersoon.store.ts';
import type { Opdracht, Uitkomst } from './opdracht.jobs.ts';
import { aangenomen, mislukt, nietAangekomen } from './uitkomst.jobs.ts';

/** Zo lang kan een ander proces nog op het antwoord van DUO wachten. */
const ANDER_BEZIG_MS = 120_000;

const ONBEKEND_BIJ_DUO = 'DUO kent deze contactpersoon of deze persoon niet.';
const NU_EVEN_NIET = 'de contactpersoon wordt op dit moment bij DUO gewijzigd';

/** Waarom een koppeling aan deze contactpersoon nog niet kan; leeg als het kan. */
export function belemmeringVan(c: Pick<ContactpersoonRij, 'staat' | 'duoId'> | undefined) {
  if (c?.staat === 'onzeker') {
    return 'Niet zeker of DUO de contactpersoon heeft. Kijk dat na bij Contactpersonen.';
  }
  if (c?.staat === 'geweigerd' && c.duoId === null) {
    return 'De gegevens van de contactpersoon kloppen nog niet. Verbeter ze bij Contactpersonen.';
  }
  return undefined;
}

type Plek =
  | { soort: 'bekend'; duoId: number }
  | { soort: 'maken'; rij: ContactpersoonRij }
  | { soort: 'klaar'; uitkomst: Uitkomst };

/**
 * Koppelt de persoon aan de contactpersoon; kent DUO die nog niet, dan wordt hij eerst gemaakt. Maken wordt nooit
 * blind herhaald: DUO geeft de lijst niet terug en elke melding maakt er een bij.
 */
export async function koppelBijDuo(
  t: Toepassing,
  duo: DuoVragen,
  o: Opdracht,
  contactpersoonId: string,
): Promise<Uitkomst> {
  const inBereik = <T>(werk: (tx: Tx) => Promise<T>) =>
    t.db.forGemeenten({ gemeenten: [o.gemeenteId] }, werk);
  let plek = await inBereik((tx) => bereid(tx, t, o, contactpersoonId));
  if (plek.soort === 'maken') plek = await maak(t, duo, o, plek.rij);
  if (plek.soort !== 'bekend') {
    return plek.soort === 'klaar' ? plek.uitkomst : wacht('De contactpersoon bestaat niet meer.');
  }
  const antwoord = await duo.koppelContactpersoon(plek.duoId, o.bsn);
  if (antwoord.soort !== 'ok') {
    const zeker = !o.misschienVerstuurd && nietAangekomen(antwoord);
    return mislukt(antwoord, zeker, ONBEKEND_BIJ_DUO);
  }
  const klaar = aangenomen(antwoord, t.klok.nu(), antwoord.apiVersion, 'melding');
  if (klaar.soort !== 'geaccepteerd') return klaar;
  return { ...klaar, bewijs: { ...klaar.bewijs, contactpersoonNummer: plek.duoId } };
}

const wacht = (reden: string): Uitkomst => ({ soort: 'wacht-op', reden });
const klaar = (uitkomst: Uitkomst): Plek => ({ soort: 'klaar', uitkomst });

/** Kijkt hoe het met de contactpersoon staat en neemt, als hij nog gemaakt moet worden, de beurt. */
async function bereid(tx: Tx, t: Toepassing, o: Opdracht, id: string): Promise<Plek> {
  const rij = await leesContactpersoon(tx, o.gemeenteId, id);
  if (!rij) return klaar(wacht('De contactpersoon bestaat niet meer.'));
  const belemmering = belemmeringVan(rij);
  if (belemmering) return klaar(wacht(belemmering));
  if (rij.staat !== 'bezig' && rij.duoId !== null) return { soort: 'bekend', duoId: rij.duoId };
  if (rij.staat === 'bezig') return anderBezig(tx, t, o, rij);
  const begin = { staat: 'bezig', berichtId: o.berichtId, verstuurdOp: echteKlok.nu() } as const;
  await wijzigContactpersoon(tx, rij, begin, t.klok.nu());
  return { soort: 'maken', rij };
}

/** Begonnen en niet afgemaakt: of DUO hem heeft, weet alleen een mens die het nakijkt. */
async function anderBezig(
  tx: Tx,
  t: Toepassing,
  o: Opdracht,
  rij: ContactpersoonRij,
): Promise<Plek> {
  const eigen = o.misschienVerstuurd && rij.berichtId === o.berichtId;
  const sinds = rij.verstuurdOp ? Date.parse(rij.verstuurdOp) : 0;
  const teLang = Date.parse(echteKlok.nu()) - sinds > ANDER_BEZIG_MS;
  if (rij.duoId !== null || !(eigen || teLang)) {
    const later = { reden: NU_EVEN_NIET, zekerNietVerstuurd: !o.misschienVerstuurd };
    return klaar({ soort: 'later', ...later });
  }
  await wijzigContactpersoon(tx, rij, { staat: 'onzeker' }, t.klok.nu());
  return klaar(wacht(belemmeringVan({ ...rij, staat: 'onzeker' }) ?? ''));
}

async function maak(
  t: Toepassing,
  duo: DuoVragen,
  o: Opdracht,
  rij: ContactpersoonRij,
): Promise<Plek> {
  const schrijf = (w: Wijziging) =>
    t.db.forGemeenten({ gemeenten: [o.gemeenteId] }, (tx) =>
      wijzigContactpersoon(tx, rij, w, t.klok.nu()),
    );
  const antwoord = await duo.maakContactpersoon(rij.gegevens, o.berichtId);
  if (antwoord.soort === 'ok') {
    const { id: duoId } = antwoord.waarde;
    await schrijf({
      staat: 'bekend',
      duoId,
      bijDuo: rij.gegevens,
      foutteksten: [],
      laatsteFout: null,
    });
    return { soort: 'bekend', duoId };
  }
  if (antwoord.soort === 'storing' && antwoord.misschienVerwerkt) {
    await schrijf({ staat: 'onzeker', laatsteFout: antwoord.reden });
    return klaar(wacht(belemmeringVan({ ...rij, staat: 'onzeker' }) ?? ''));
  }
  const uitkomst = mislukt(antwoord, true);
  if (uitkomst.soort !== 'geweigerd' || antwoord.soort === 'niet-bevoegd') {
    await schrijf({ staat: 'nieuw', berichtId: null });
    return klaar(uitkomst);
  }
  await schrijf({ staat: 'geweigerd', foutteksten: uitkomst.foutteksten, berichtId: null });
  return klaar(wacht(belemmeringVan({ ...rij, staat: 'geweigerd' }) ?? ''));
}
