import { LEEFGEBIEDEN, type Leefgebied } from '../../rules/brede-intake/onderdelen.ts';
import { type Datum, dagenTussen, plusDagen } from '../../rules/shared/datum.ts';
import { bronVan } from '../../rules/shared/gegeven.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Feit, FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Geldend } from '../../rules/stand/geldend.ts';
import type { Lezing } from '../../rules/stand/lezing.ts';
import { type Taal, taalVan } from '../shared/talen.schema.ts';
import { LEERROUTE } from '../shared/woorden.schema.ts';
import type { Doel } from './doelen.read.ts';
import { DEELBAAR, NODIG_VOOR_LINK } from './keuzes.schema.ts';
import { laagEenVan } from './laag.schema.ts';
import { aanspreekpunten, warmteVan } from './overdracht.ts';
import type { Deling, Link, Partner, Plan } from './plan.schema.ts';

/** Waar als iets dat begint op `vanaf` en eindigt vóór `tot` op `dag` loopt. */
export const loopt = ({ vanaf, tot }: { vanaf: Datum; tot?: Datum }, dag: Datum): boolean =>
  vanaf <= dag && !(tot && tot <= dag);

/** De partner uit het netwerk, ook als hij niet meer meehelpt. */
export const partnerVan = (g: Geldend, netwerkId: string): FeitInhoud['netwerk'] | undefined =>
  g.perSleutel('netwerk', (i) => i.netwerkId).find((f) => f.inhoud.netwerkId === netwerkId)?.inhoud;

/** Wat op `dag` met een partner wordt gedeeld. */
export const gedeeldMet = (g: Geldend, netwerkId: string, dag: Datum): string[] => [
  ...new Set(
    g
      .perSleutel('deling', (i) => i.delingId)
      .filter((f) => f.inhoud.netwerkId === netwerkId && loopt(f.inhoud, dag))
      .flatMap((f) => f.inhoud.wat),
  ),
];

/** Waarom een partner nu geen link kan krijgen of gebruiken; leeg als het kan. */
export function linkKanNiet(g: Geldend, netwerkId: string, dag: Datum): string | null {
  const partner = partnerVan(g, netwerkId);
  if (!partner || !loopt(partner, dag)) return 'Deze partner helpt nu niet mee.';
  const gedeeld = gedeeldMet(g, netwerkId, dag);
  const mist = NODIG_VOOR_LINK.filter((w) => !gedeeld.includes(w));
  if (mist.length === 0) return null;
  return `Nog niet gedeeld: ${mist.join(' en ')}. Leg vast dat u het deelt, en waarom dat mag.`;
}

/** De open afspraken die een partner doet. */
export const takenVan = (g: Geldend, netwerkId: string): Feit<'plan-afspraak'>[] =>
  g
    .perSleutel('plan-afspraak', (i) => i.planId)
    .filter((f) => f.inhoud.wie.netwerkId === netwerkId && f.inhoud.staat === 'open');

/** De taal van de persoon waarin er teksten zijn. */
export const taalVanPersoon = (g: Geldend): Taal =>
  taalVan(g.laatste('taal')?.inhoud.gesprekstaal) ?? 'nl';

const uren = (n: number | undefined, wat: string) => (n === undefined ? [] : [`${n} uur ${wat}`]);

function laagEen({ pip }: Lezing): Plan['laagEen'] {
  if (!pip) return null;
  const { inhoud: i, versie, dagtekening } = pip.inhoud;
  const les = [
    ...uren(i.intensiteitUrenPerWeek, 'per week'),
    ...uren(i.intensiteitUren, 'in totaal'),
  ].join(', ');
  const onderdelen: [string, string | undefined][] = [
    ['Leerroute', `${LEERROUTE[i.leerroute]}${i.niveau ? `, niveau ${i.niveau}` : ''}`],
    ['Lessen', les],
    ['PVT', `${i.pvt.uren} uur. ${i.pvt.invulling}`],
    ['MAP', i.moduleMap && `${i.moduleMap.uren} uur. ${i.moduleMap.invulling}`],
    ['Begeleiding', i.begeleiding],
    [
      'Voortgangsgesprekken',
      `${i.voortgangsgesprekken.aantal} keer. ${i.voortgangsgesprekken.ritme}`,
    ],
    ['VVE', i.vve],
    ['Participatie', i.participatie],
  ];
  return {
    versie,
    dagtekening,
    onderdelen: onderdelen.flatMap(([naam, tekst]) => (tekst ? [{ naam, tekst }] : [])),
    vast: laagEenVan(i),
  };
}

const participatiewet = (g: Geldend): Plan['participatiewet'] =>
  g
    .alle('pw-besluit')
    .flatMap((f) => f.inhoud.verplichtingen.map((v) => ({ ...v, sinds: f.inhoud.dagtekening })));

const AFSPRAAK_VOLGORDE = { open: 0, gedaan: 1, vervallen: 2 } as const;

/** De afspraken, open eerst en wat het eerst af moet bovenaan. */
export function afsprakenVan(g: Geldend, vandaag: Datum): Plan['afspraken'] {
  return g
    .perSleutel('plan-afspraak', (i) => i.planId)
    .map((f) => {
      const { uiterlijk, antwoord, doelId, wie, ...rest } = f.inhoud;
      const open = f.inhoud.staat === 'open';
      return {
        ...rest,
        leefgebied: rest.leefgebied as Plan['afspraken'][number]['leefgebied'],
        doelId: doelId ?? null,
        wie: { ...wie, netwerkId: wie.netwerkId ?? null },
        uiterlijk: uiterlijk ?? null,
        feitId: f.id,
        sinds: f.geldigOp,
        bron: bronVan(f as Feit),
        dagenOver: open && uiterlijk ? dagenTussen(vandaag, uiterlijk) : null,
        antwoord: antwoord ? { ...antwoord, tekst: antwoord.tekst ?? null } : null,
      };
    })
    .toSorted(
      (a, b) =>
        AFSPRAAK_VOLGORDE[a.staat] - AFSPRAAK_VOLGORDE[b.staat] ||
        (a.uiterlijk ?? '9999').localeCompare(b.uiterlijk ?? '9999'),
    );
}

function delingenVan(g: Geldend, netwerkId: string, vandaag: Datum): Deling[] {
  return g
    .perSleutel('deling', (i) => i.delingId)
    .filter((f) => f.inhoud.netwerkId === netwerkId)
    .map((f) => ({
      ...f.inhoud,
      wat: DEELBAAR.filter((w) => f.inhoud.wat.includes(w)),
      feitId: f.id,
      tot: f.inhoud.tot ?? null,
      actief: loopt(f.inhoud, vandaag),
    }));
}

/** Wie meehelpt, met wat hij krijgt en langs welke link; wie nu meehelpt eerst. */
export function netwerkVan(
  g: Geldend,
  links: ReadonlyMap<string, Link[]>,
  vandaag: Datum,
): Partner[] {
  return g
    .perSleutel('netwerk', (i) => i.netwerkId)
    .map((f) => {
      const { netwerkId } = f.inhoud;
      return {
        ...f.inhoud,
        tot: f.inhoud.tot ?? null,
        feitId: f.id,
        actief: loopt(f.inhoud, vandaag),
        delingen: delingenVan(g, netwerkId, vandaag),
        links: links.get(netwerkId) ?? [],
        geenLink: linkKanNiet(g, netwerkId, vandaag),
      };
    })
    .toSorted((a, b) => Number(b.actief) - Number(a.actief));
}

const puntenVan = (g: Geldend, vandaag: Datum): Plan['aanspreekpunten'] =>
  aanspreekpunten(g).map((p) => {
    const { overdracht, medewerkerId, ...rest } = p.inhoud;
    return {
      ...rest,
      feitId: p.id,
      medewerkerId: medewerkerId ?? null,
      overdracht: overdracht
        ? { op: overdracht.op, vorm: overdracht.vorm, met: overdracht.met ?? null }
        : null,
      warmte: warmteVan(g, p, vandaag),
    };
  });

const aantal = (n: number, een: string, meer: string) => (n === 1 ? `1 ${een}` : `${n} ${meer}`);

/** Wat wie het overneemt moet weten, in een paar regels. */
function overTeDragen({ g, leerroute }: Lezing, vandaag: Datum, alle: Plan['doelen']): string[] {
  const taal = g.laatste('taal')?.inhoud;
  const open = afsprakenVan(g, vandaag).filter((a) => a.staat === 'open');
  const laat = open.filter((a) => (a.dagenOver ?? 0) < 0).length;
  const doelen = alle.filter((d) => d.staat === 'actief');
  const partners = netwerkVan(g, new Map(), vandaag).filter((p) => p.actief);
  const straks = komendeGesprekken(g, vandaag);
  return [
    ...(taal ? [`Spreekt ${taal.gesprekstaal}${taal.tolkNodig ? ', met tolk' : ''}`] : []),
    ...(leerroute ? [`Leerroute: ${LEERROUTE[leerroute]}`] : []),
    ...doelen.map((d) => `Doel: ${d.nederlands}`),
    ...(open.length > 0
      ? [
          `${aantal(open.length, 'open afspraak', 'open afspraken')}${laat ? `, ${laat} te laat` : ''}`,
        ]
      : []),
    ...partners.map((p) => `Helpt mee: ${p.naam} (${p.rol})`),
    ...straks.map((s) => `Afspraak op ${inWoorden(s.op as Datum)} om ${s.tijd}, ${s.plaats}`),
  ];
}

function komendeGesprekken(g: Geldend, vandaag: Datum): Plan['gesprekken'] {
  const klaar = new Set(g.alle('afspraak-uitkomst').map((u) => u.inhoud.afspraakId));
  return g
    .perSleutel('afspraak', (i) => i.afspraakId)
    .filter((f) => f.inhoud.datum >= vandaag && !klaar.has(f.inhoud.afspraakId))
    .map((f) => ({ op: f.inhoud.datum, tijd: f.inhoud.tijd, plaats: f.inhoud.plaats }))
    .toSorted((a, b) => a.op.localeCompare(b.op));
}

type Rest = Pick<Plan, 'mag' | 'regievoerder'> & {
  links: ReadonlyMap<string, Link[]>;
  doelen: readonly Doel[];
};

/** De eerste voornaam; de BRP gaat voor wat met de hand is ingevoerd. */
export function voornaamVan(g: Geldend): string | null {
  const alle = g.alle('persoon');
  const persoon = alle.findLast((f) => f.bron === 'brp') ?? alle.at(-1);
  return persoon?.inhoud.voornamen.split(' ')[0] ?? null;
}

/** Het plan zoals het scherm het toont. */
export function maakPlan(l: Lezing, vandaag: Datum, rest: Rest): Plan {
  const { g } = l;
  const { mag, regievoerder, links } = rest;
  const doelen = [...rest.doelen] as Plan['doelen'];
  return {
    vandaag,
    mag,
    regievoerder,
    taal: taalVanPersoon(g),
    gesprekstaal: g.laatste('taal')?.inhoud.gesprekstaal ?? null,
    voornaam: voornaamVan(g),
    leefgebieden: Object.entries(LEEFGEBIEDEN).map(([id, naam]) => ({
      id: id as Leefgebied,
      naam,
    })),
    laagEen: laagEen(l),
    participatiewet: participatiewet(g),
    doelen,
    afspraken: afsprakenVan(g, vandaag),
    netwerk: netwerkVan(g, links, vandaag),
    aanspreekpunten: puntenVan(g, vandaag),
    overTeDragen: overTeDragen(l, vandaag, doelen),
    gesprekken: komendeGesprekken(g, vandaag),
  };
}

/** De dag vanaf wanneer wordt vergeleken: het laatste gesprek dat is gevoerd. */
export function vorigeKeer(g: Geldend, vandaag: Datum): { dag: Datum; waarom: string } {
  const gevoerd = g.alle('voortgangsgesprek').map((f) => f.inhoud.op);
  const verschenen = new Set(
    g
      .alle('afspraak-uitkomst')
      .flatMap((u) => (u.inhoud.uitkomst === 'verschenen' ? [u.inhoud.afspraakId] : [])),
  );
  const afspraken = g
    .perSleutel('afspraak', (i) => i.afspraakId)
    .flatMap((f) => (verschenen.has(f.inhoud.afspraakId) ? [f.inhoud.datum] : []));
  const laatste = [...gevoerd, ...afspraken]
    .filter((d) => d < vandaag)
    .toSorted()
    .at(-1);
  if (laatste) return { dag: laatste, waarom: 'sinds het laatste gesprek' };
  return { dag: plusDagen(vandaag, -30), waarom: 'in de laatste dertig dagen' };
}
