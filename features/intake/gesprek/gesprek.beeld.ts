import type { Datum } from '../../../rules/shared/datum.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Lezing } from '../../../rules/stand/lezing.ts';
import { waarschuwing } from '../../shared/gevoelig.schema.ts';
import { inWoorden, keurWaarde, type Vragenlijst, type Waarde } from '../../shared/vraag.schema.ts';
import { alsWaarde, herkomst, huidigAntwoord, isVerouderd } from '../intake.beeld.ts';
import type { EerderAntwoord, Gesprek, Gesprekken, Vastgelegd } from './gesprek.schema.ts';

type Antwoordfeit = Feit<'intake-antwoord'>;

/** Wie de raad bij gevoelige woorden volgde, laat ze ook hier niet achter. */
function antwoordToen({ inhoud }: Antwoordfeit, later: boolean): string {
  const tekst = inWoorden(alsWaarde(inhoud.waarde));
  return later && waarschuwing(tekst) ? 'een tekst met gevoelige gegevens' : tekst;
}

function toonVastgelegd(
  f: Antwoordfeit,
  lijst: Vragenlijst,
  vervangen: ReadonlySet<string>,
): Vastgelegd {
  const vraag = lijst.vind(f.inhoud.vraag);
  const later = vervangen.has(f.id);
  return {
    feitId: f.id,
    vraag: f.inhoud.vraag,
    tekst: f.inhoud.gesteld ?? vraag?.vraag ?? 'Een vraag die niet meer wordt gesteld',
    leefgebied: vraag?.leefgebied ?? '',
    antwoord: antwoordToen(f, later),
    bron: herkomst(f as Feit).bron,
    vastgelegdOp: f.vastgelegdOp,
    later,
  };
}

/** Per vraag het laatste dat in dit gesprek is gezegd: een typefout van toen is geen antwoord. */
function laatstePerVraag(feiten: readonly Antwoordfeit[]): Antwoordfeit[] {
  return [...new Map(feiten.map((f) => [f.inhoud.vraag, f])).values()];
}

/**
 * De intakegesprekken met wie erbij was en wat er is vastgelegd. Een antwoord zonder gesprek hoort bij het gesprek van
 * die dag, als een medewerker het opschreef.
 */
export function bouwGesprekken(
  l: Lezing,
  feiten: readonly Feit[],
  lijst: Vragenlijst,
  vandaag: Datum,
): Gesprekken {
  const vervangen = new Set(feiten.flatMap((f) => (f.vervangt ? [f.vervangt] : [])));
  const antwoorden = feiten.filter((f): f is Antwoordfeit => f.soort === 'intake-antwoord');
  const uitkomsten = new Map(l.g.alle('afspraak-uitkomst').map((u) => [u.inhoud.afspraakId, u]));
  const afspraken = l.g
    .perSleutel('afspraak', (a) => a.afspraakId)
    .filter((a) => a.inhoud.soort === 'intakegesprek')
    .filter((a) => a.inhoud.datum <= vandaag)
    .filter(
      (a) =>
        (uitkomsten.get(a.inhoud.afspraakId)?.inhoud.uitkomst ?? 'verschenen') === 'verschenen',
    )
    .sort((a, b) =>
      `${a.inhoud.datum}${a.inhoud.tijd}`.localeCompare(`${b.inhoud.datum}${b.inhoud.tijd}`),
    );
  const gesprekVan = (f: Antwoordfeit) =>
    f.inhoud.gesprekId ??
    (f.bron === 'medewerker'
      ? afspraken.findLast((a) => a.inhoud.datum === f.geldigOp)?.inhoud.afspraakId
      : undefined);
  const toon = (rij: Antwoordfeit[]) =>
    laatstePerVraag(rij).map((f) => toonVastgelegd(f, lijst, vervangen));
  const gesprek = ({ inhoud: a }: Feit<'afspraak'>): Gesprek => {
    const uitkomst = uitkomsten.get(a.afspraakId);
    return {
      afspraakId: a.afspraakId,
      datum: a.datum,
      tijd: a.tijd,
      plaats: a.plaats,
      vandaag: a.datum === vandaag,
      gevoerd: uitkomst !== undefined,
      feitId: uitkomst?.id ?? null,
      erbij: uitkomst?.inhoud.erbij ?? null,
      tolk: uitkomst?.inhoud.tolk ?? null,
      tolkTaal: a.tolkTaal ?? null,
      vastgelegd: toon(antwoorden.filter((f) => gesprekVan(f) === a.afspraakId)),
    };
  };
  return {
    gesprekken: afspraken.map(gesprek),
    daarbuiten: toon(antwoorden.filter((f) => gesprekVan(f) === undefined)),
  };
}

/** Wat voor het hele huishouden geldt, en bij broers en ouders alleen als zij samen wonen. */
const VAN_HUISHOUDEN: Record<Feit<'gezin'>['inhoud']['relatie'], readonly string[]> = {
  partner: [
    'wonen',
    'jong-kind',
    'kinderopvang',
    'nareis',
    'vve-gebruik',
    'vve-afspraken',
    'digitaal-internet',
    'gezin-samen',
  ],
  kind: ['wonen', 'digitaal-internet'],
  ouder: ['wonen', 'digitaal-internet'],
  'broer-of-zus': ['wonen', 'digitaal-internet'],
};

type Voorstel = Omit<EerderAntwoord, 'verouderd'>;

const uit = (f: Feit, van: string, vraag: string, waarde: Waarde): Voorstel => ({
  feitId: f.id,
  vraag,
  waarde,
  van,
  bron: herkomst(f).bron,
  op: f.geldigOp,
});

/** Wat een gezinslid in de eigen intake over het huishouden zei. */
export function uitGezin(
  ander: Lezing,
  lijst: Vragenlijst,
  relatie: Feit<'gezin'>['inhoud']['relatie'],
): Voorstel[] {
  return VAN_HUISHOUDEN[relatie].flatMap((id) => {
    const vraag = lijst.vind(id);
    const feit = vraag && huidigAntwoord(ander, vraag);
    const waarde = feit && alsWaarde(feit.inhoud.waarde);
    if (!feit || waarde === null || waarde === undefined) return [];
    return [uit(feit as Feit, relatie.replaceAll('-', ' '), id, waarde)];
  });
}

/** Wat BRP en DUO al weten en in de intake ook wordt gevraagd. */
export function uitKeten(l: Lezing): Voorstel[] {
  const banden = l.g.perSleutel('gezin', (b) => b.anderDossierId).filter((b) => b.bron === 'brp');
  const samen = [
    ...(banden.some((b) => b.inhoud.relatie === 'partner') ? ['met partner'] : []),
    ...(banden.some((b) => b.inhoud.relatie === 'kind') ? ['met kinderen'] : []),
  ];
  const band = banden.at(-1);
  const adres = l.g.laatste('adres');
  const uren = l.g.alle('uren').findLast((u) => u.bron === 'duo' && u.inhoud.inBredeIntake);
  return [
    ...(band && samen.length > 0 ? [uit(band as Feit, 'BRP', 'gezin-samen', samen)] : []),
    ...(adres?.inhoud.azc ? [uit(adres as Feit, 'adres', 'wonen', 'azc of andere opvang')] : []),
    ...(uren && uren.inhoud.soort === 'taal-en-knm'
      ? [uit(uren as Feit, 'DUO', 'taal-eerdere-uren', uren.inhoud.totaal)]
      : []),
  ];
}

/** Alleen wat nog niet is gevraagd, of wat een ander later anders zei; per vraag het jongste. */
export function kiesEerder(
  voorstellen: readonly Voorstel[],
  l: Lezing,
  lijst: Vragenlijst,
  vandaag: Datum,
): EerderAntwoord[] {
  const bruikbaar = voorstellen.filter((v) => {
    const vraag = lijst.vind(v.vraag);
    if (!vraag || 'fout' in keurWaarde(vraag, v.waarde)) return false;
    const eigen = huidigAntwoord(l, vraag);
    if (!eigen || alsWaarde(eigen.inhoud.waarde) === null) return true;
    const anders = JSON.stringify(eigen.inhoud.waarde) !== JSON.stringify(v.waarde);
    return anders && eigen.geldigOp < v.op;
  });
  const perVraag = new Map(
    bruikbaar.toSorted((a, b) => a.op.localeCompare(b.op)).map((v) => [v.vraag, v]),
  );
  return [...perVraag.values()].map((v) => ({
    ...v,
    verouderd: isVerouderd(v.op as Datum, vandaag),
  }));
}
