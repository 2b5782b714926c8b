import { INTAKE_ONDERDELEN, type OnderdeelId } from '../../rules/brede-intake/onderdelen.ts';
import type { Reden } from '../../rules/shared/antwoord.ts';
import { gevoeligeWoorden } from '../shared/gevoelig.schema.ts';
import type { Vraag, Vragenlijst } from '../shared/vraag.schema.ts';
import { geldendeBesluiten, stelSamen, type Vraagbesluit } from './samenstellen.ts';
import type { Inhoud } from './vragenbank.schema.ts';

/** Vragen waar het recht of Meedoen zelf op rekent, met waarom. */
const VAST: Readonly<Record<string, string>> = {
  'jong-kind':
    'Hiervan hangt af of er afspraken over de voorschool in het PIP moeten (Wet inburgering 2021, art. 15 lid 2).',
  verslag: 'De uitkomst van de intake moet op schrift staan (Besluit inburgering 2021, art. 5.2).',
};

/** Waarom een vraag niet weg mag; leeg als dat wel mag. */
export const waaromVast = (vraagId: string): string | undefined => VAST[vraagId];

/** Een gemeente zet er hoogstens zoveel vragen bij: een intake moet te doen blijven. */
const MAX_EIGEN = 40;

/** Waar een gemeente zelf vragen bij kan zetten: gezondheid, de toets en het gesprek alleen hebben een eigen plek. */
export const isOpenOnderdeel = (id: OnderdeelId): boolean =>
  id !== 'verslag' && INTAKE_ONDERDELEN.some((o) => o.id === id && o.vorm === 'antwoord');

const THEMA: readonly (readonly [RegExp, string])[] = [
  [
    /\b(gezond\w*|ongezond\w*|lichaam\w*|lichamelijk\w*|ziek\w*|pijn|klachten|dokter|huisarts|arts|artsen|medisch\w*|medicijn\w*|beperking\w*|slaapt?|slapen|rookt?|roken|alcohol|drinkt|gewicht|geestelijk\w*|mentaal|mentale)\b/iu,
    'gezondheid',
  ],
  [/\b(geloof\w*|gelooft|religie\w*|kerk|moskee|synagoge|tempel|bidt|bidden)\b/iu, 'geloof'],
  [/\b(afkomst|etnisch\w*|ras|stam|volk|huidskleur)\b/iu, 'afkomst'],
  [/\b(seksu\w*|geaardheid)\b/iu, 'geaardheid'],
  [
    /\b(politie|justitie|gevangenis|straf\w*|veroordeel\w*|misdrijf\w*|verdachte?)\b/iu,
    'strafrecht',
  ],
  [/\b(politieke?|stemt|partij\w*|vakbond\w*)\b/iu, 'politieke of vakbondszaken'],
];

const UITWEG: Readonly<Record<string, string>> = {
  gezondheid:
    'Gezondheid heeft een eigen plek in de intake, met een eigen recht. Vraag hier alleen naar het gevolg: hoeveel dagdelen, welke tijden.',
};

type Deel = { wat: string; veld: string; tekst: string };

/** Wat de gemeente zelf schreef; de woorden van Meedoen zijn nagekeken. */
function eigenWoorden(i: Inhoud, bron: Vraag | undefined): Deel[] {
  const delen: Deel[] = [];
  if (i.vraag !== bron?.vraag) delen.push({ wat: 'Deze vraag', veld: 'vraag', tekst: i.vraag });
  if (i.hulp && i.hulp !== bron?.hulp)
    delen.push({ wat: 'De uitleg', veld: 'hulp', tekst: i.hulp });
  if (i.soort !== 'eigen') return delen;
  for (const tekst of i.opties ?? []) delen.push({ wat: 'Een keuze', veld: 'opties', tekst });
  if (i.bereik) delen.push({ wat: 'De eenheid', veld: 'bereik', tekst: i.bereik.eenheid });
  return [...delen, { wat: 'Waarom u dit vraagt', veld: 'waarom', tekst: i.waarom }];
}

function soortenIn(tekst: string): Set<string> {
  const uitThema = THEMA.filter(([woorden]) => woorden.test(tekst)).map(([, soort]) => soort);
  return new Set([...uitThema, ...gevoeligeWoorden(tekst).map((g) => g.soort)]);
}

/** Een vraag naar een bijzonder gegeven hoort niet tussen de gewone vragen (AVG art. 9 en 10). */
function gevoelig(i: Inhoud, bron: Vraag | undefined): Reden[] {
  return eigenWoorden(i, bron).flatMap(({ wat, veld, tekst }) =>
    [...soortenIn(tekst)].map((soort) => ({
      code: 'gevoelige-vraag',
      tekst: `${wat} lijkt over ${soort} te gaan. Dat mag geen gewone vraag zijn. ${UITWEG[soort] ?? 'Laat het weg, of vraag naar wat voor het plan nodig is.'}`,
      veld,
    })),
  );
}

function vorm(i: Inhoud): Reden[] {
  const redenen: Reden[] = [];
  const fout = (code: string, tekst: string, veld: string) => redenen.push({ code, tekst, veld });
  if (!i.vraag.endsWith('?'))
    fout('geen-vraag', 'Schrijf een vraag, met een vraagteken aan het eind.', 'vraag');
  if (i.soort !== 'eigen') return redenen;
  const keuze = i.type === 'keuze' || i.type === 'meerkeuze';
  if (keuze && (i.opties?.length ?? 0) < 2)
    fout('keuzes-ontbreken', 'Geef twee of meer keuzes.', 'opties');
  if (keuze && new Set(i.opties?.map((o) => o.toLowerCase())).size !== i.opties?.length)
    fout('keuze-dubbel', 'Een keuze staat er twee keer.', 'opties');
  if (i.type === 'getal' && (!i.bereik || i.bereik.van >= i.bereik.tot))
    fout('bereik-onjuist', 'Geef een laagste en een hoger hoogste getal.', 'bereik');
  if (!isOpenOnderdeel(i.onderdeel))
    fout(
      'onderdeel-dicht',
      'Bij dit onderdeel kan geen gewone vraag: het heeft een eigen plek of een eigen recht.',
      'onderdeel',
    );
  return redenen;
}

/** Aan een vraag hangen antwoorden: haar soort en onderdeel blijven wat zij waren. */
function blijft(i: Inhoud, vorige: Inhoud | undefined): Reden[] {
  if (i.soort !== 'eigen' || vorige?.soort !== 'eigen') return [];
  if (i.type === vorige.type && i.onderdeel === vorige.onderdeel) return [];
  return [
    {
      code: 'soort-vast',
      tekst:
        'De soort en het onderdeel van een vraag blijven gelijk: er kunnen al antwoorden zijn. Maak een nieuwe vraag en verberg deze.',
      veld: 'type',
    },
  ];
}

function leeg(lijst: Vragenlijst): Reden[] {
  return INTAKE_ONDERDELEN.filter((o) => o.eis === 'wet' && o.vorm === 'antwoord').flatMap((o) => {
    const over = lijst.alle.filter((v) => v.onderdeel === o.id);
    const genoeg = over.some((v) => !v.alleenAls || o.id === 'vve');
    if (genoeg) return [];
    return [
      {
        code: 'wet-onderdeel-leeg',
        tekst: `Dan is er geen vraag meer over ‘${o.naam}’. De wet vraagt dit onderdeel (${o.grondslag.artikel}).`,
        veld: 'verborgen',
      },
    ];
  });
}

function verbergen(id: string, i: Inhoud, lijst: Vragenlijst): Reden[] {
  if (!i.verborgen) return [];
  const vast = waaromVast(id);
  if (vast)
    return [{ code: 'vraag-vast', tekst: `Deze vraag kan niet weg. ${vast}`, veld: 'verborgen' }];
  const hangt = lijst.alle.filter((v) => v.alleenAls?.vraag === id);
  if (hangt.length > 0)
    return [
      {
        code: 'vraag-nodig',
        tekst: `‘${hangt[0]?.vraag}’ wordt alleen gesteld na deze vraag. Verberg die eerst.`,
        veld: 'verborgen',
      },
    ];
  return [];
}

function verwijzing(id: string, i: Inhoud, lijst: Vragenlijst): Reden[] {
  if (i.soort !== 'eigen' || !i.alleenAls) return [];
  const { vraag, is } = i.alleenAls;
  const bron = vraag === id ? undefined : lijst.vind(vraag);
  const mogelijk = bron?.type === 'ja-nee' ? [true, false] : (bron?.opties ?? []);
  if (bron && is.every((w) => (mogelijk as unknown[]).includes(w))) return [];
  return [
    {
      code: 'voorwaarde-onjuist',
      tekst: 'Kies een vraag die wordt gesteld, en een antwoord dat daar kan.',
      veld: 'alleenAls',
    },
  ];
}

function dubbel(id: string, i: Inhoud, lijst: Vragenlijst): Reden[] {
  const plat = (t: string) =>
    t
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const ander = lijst.alle.find((v) => v.id !== id && plat(v.vraag) === plat(i.vraag));
  if (!ander || i.verborgen) return [];
  return [{ code: 'vraag-dubbel', tekst: 'Deze vraag staat er al.', veld: 'vraag' }];
}

function teVeel(lijst: Vragenlijst): Reden[] {
  if (lijst.alle.filter((v) => v.eigen).length <= MAX_EIGEN) return [];
  return [
    {
      code: 'te-veel-vragen',
      tekst: `Er staan al ${MAX_EIGEN} eigen vragen in de intake. Verberg er eerst een.`,
    },
  ];
}

export type Voornemen = { vraagId: string; geldigVanaf: string; inhoud: Inhoud };

/** Elke vraag of antwoord waar het voornemen over gaat, op de dag van ingang en op elke latere dag met een besluit. */
function lijstenNa(
  ingebouwd: readonly Vraag[],
  besluiten: readonly Vraagbesluit[],
  v: Voornemen,
): Vragenlijst[] {
  const straks = [...besluiten.filter((b) => !zelfdePlek(b, v)), v];
  const dagen = [...new Set(straks.map((b) => b.geldigVanaf))].filter((d) => d >= v.geldigVanaf);
  return dagen.map((dag) => stelSamen(ingebouwd, straks, dag));
}

/** Redenen waarom een gepland besluit moet blijven: zonder zou een onderdeel van de wet leeg zijn. */
export function keurIntrekken(
  ingebouwd: readonly Vraag[],
  over: readonly Vraagbesluit[],
  vanaf: string,
): Reden[] {
  const dagen = [...new Set([vanaf, ...over.map((b) => b.geldigVanaf)])].filter((d) => d >= vanaf);
  return uniek(dagen.flatMap((dag) => leeg(stelSamen(ingebouwd, over, dag))));
}

const zelfdePlek = (b: Vraagbesluit, v: Voornemen) =>
  b.vraagId === v.vraagId && b.geldigVanaf === v.geldigVanaf;

const uniek = (redenen: readonly Reden[]) => [
  ...new Map(redenen.map((r) => [`${r.code}${r.tekst}`, r])).values(),
];

/**
 * Alle redenen waarom een gemeente dit niet kan vaststellen; leeg als het kan.
 * @param besluiten wat nu geldt of gepland is, zonder wat is ingetrokken.
 */
export function keurVraag(
  ingebouwd: readonly Vraag[],
  besluiten: readonly (Vraagbesluit & { inhoud: Inhoud })[],
  v: Voornemen,
  vandaag: string,
): Reden[] {
  const bron = ingebouwd.find((x) => x.id === v.vraagId);
  const eerder = geldendeBesluiten(besluiten, v.geldigVanaf).get(v.vraagId)?.inhoud;
  const ooit = eerder ?? besluiten.find((b) => b.vraagId === v.vraagId)?.inhoud;
  const lijsten = lijstenNa(ingebouwd, besluiten, v);
  const redenen: Reden[] = [];
  if ((v.inhoud.soort === 'ingebouwd') !== (bron !== undefined))
    redenen.push({ code: 'vraag-onbekend', tekst: 'Deze vraag bestaat niet.' });
  if (v.geldigVanaf < vandaag)
    redenen.push({
      code: 'vanaf-verleden',
      tekst: 'Kies vandaag of een latere dag: wat al is gevraagd, verandert niet.',
      veld: 'geldigVanaf',
    });
  if (eerder && JSON.stringify(sorteer(eerder)) === JSON.stringify(sorteer(v.inhoud)))
    redenen.push({ code: 'geen-wijziging', tekst: 'Dit geldt dan al.' });
  redenen.push(...gevoelig(v.inhoud, bron), ...vorm(v.inhoud), ...blijft(v.inhoud, ooit));
  for (const lijst of lijsten)
    redenen.push(
      ...verbergen(v.vraagId, v.inhoud, lijst),
      ...leeg(lijst),
      ...verwijzing(v.vraagId, v.inhoud, lijst),
      ...dubbel(v.vraagId, v.inhoud, lijst),
      ...teVeel(lijst),
    );
  return uniek(redenen);
}

const sorteer = (o: object) =>
  Object.entries(o)
    .filter(([, w]) => w !== undefined)
    .sort(([a], [b]) => a.localeCompare(b));
