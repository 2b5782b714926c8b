import type { Datum } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Geldend } from '../../rules/stand/geldend.ts';

/** Eén wijziging, voor de klantmanager en in de woorden van de persoon zelf. */
export type Wijziging = { id: string; soort: string; tekst: string; voorPersoon: string };

type Inhoud<S extends keyof FeitInhoud> = FeitInhoud[S];
type Zin = readonly [tekst: string, voorPersoon: string];

const gelijk = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Vergelijkt per sleutel wat er was en wat er is; wat gelijk bleef valt weg. */
function perSleutel<S extends keyof FeitInhoud>(
  [toen, nu]: readonly [Geldend, Geldend],
  soort: S,
  sleutel: (i: Inhoud<S>) => string,
  zin: (nu: Inhoud<S>, toen: Inhoud<S> | undefined) => Zin | undefined,
): Wijziging[] {
  const was = new Map(
    toen.perSleutel(soort, sleutel).map((f) => [sleutel(f.inhoud as Inhoud<S>), f]),
  );
  return nu.perSleutel(soort, sleutel).flatMap((f) => {
    const inhoud = f.inhoud as Inhoud<S>;
    const eerst = was.get(sleutel(inhoud))?.inhoud as Inhoud<S> | undefined;
    if (eerst && gelijk(eerst, inhoud)) return [];
    const gezegd = zin(inhoud, eerst);
    if (!gezegd) return [];
    const [tekst, voorPersoon] = gezegd;
    return [{ id: f.id, soort, tekst, voorPersoon }];
  });
}

function doel(nu: Inhoud<'doel'>, toen: Inhoud<'doel'> | undefined): Zin {
  const wat = nu.nederlands;
  if (nu.staat === 'bereikt' && toen?.staat !== 'bereikt')
    return [`Doel bereikt: ${wat}`, `Gelukt: ${wat}`];
  if (nu.staat === 'losgelaten' && toen?.staat !== 'losgelaten')
    return [`Doel losgelaten: ${wat}`, `Dit doel is er niet meer: ${wat}`];
  if (!toen) return [`Nieuw doel: ${wat}`, `Nieuw doel: ${wat}`];
  if (nu.staat !== toen.staat) return [`Doel weer opgepakt: ${wat}`, `Dit is weer uw doel: ${wat}`];
  return [`Doel anders gezegd: ${wat}`, `Uw doel is nu: ${wat}`];
}

const wanneer = (dag: Datum | undefined) =>
  dag ? `uiterlijk ${inWoorden(dag)}` : 'zonder einddag';

function afspraak(nu: Inhoud<'plan-afspraak'>, toen: Inhoud<'plan-afspraak'> | undefined): Zin {
  const { wat, wie } = nu;
  if (nu.staat === 'gedaan' && toen?.staat !== 'gedaan')
    return [`Gedaan: ${wat} (${wie.naam})`, `Dit is klaar: ${wat}`];
  if (nu.staat === 'vervallen' && toen?.staat !== 'vervallen')
    return [`Vervallen: ${wat} (${wie.naam})`, `Dit hoeft niet meer: ${wat}`];
  if (!toen)
    return [
      `Nieuwe afspraak: ${wat} (${wie.naam}, ${wanneer(nu.uiterlijk)})`,
      `Nieuwe afspraak: ${wat}. Dit doet ${wie.soort === 'inburgeraar' ? 'u zelf' : wie.naam}.`,
    ];
  if (nu.antwoord && !gelijk(nu.antwoord, toen.antwoord)) {
    const uitkomst =
      nu.antwoord.uitkomst === 'vraag' ? 'heeft een vraag over' : 'kan dit niet doen';
    return [`${wie.naam} ${uitkomst}: ${wat}`, `${wie.naam} ${uitkomst}: ${wat}`];
  }
  if (nu.uiterlijk !== toen.uiterlijk)
    return [
      `Andere einddag: ${wat} (${wanneer(nu.uiterlijk)})`,
      `Andere dag: ${wat}, ${wanneer(nu.uiterlijk)}`,
    ];
  return [`Afspraak bijgesteld: ${wat} (${wie.naam})`, `De afspraak is nu: ${wat}`];
}

const voorbij = (tot: Datum | undefined, dag: Datum) => tot !== undefined && tot <= dag;

function netwerk(vandaag: Datum) {
  return (nu: Inhoud<'netwerk'>, toen: Inhoud<'netwerk'> | undefined): Zin | undefined => {
    if (voorbij(nu.tot, vandaag))
      return toen && voorbij(toen.tot, vandaag)
        ? undefined
        : [`${nu.naam} helpt niet meer mee`, `${nu.naam} helpt u niet meer.`];
    if (!toen) return [`${nu.naam} helpt mee als ${nu.rol}`, `${nu.naam} helpt u nu: ${nu.rol}.`];
    return [`Gegevens van ${nu.naam} bijgewerkt`, `Er is iets veranderd bij ${nu.naam}.`];
  };
}

function deling(g: Geldend, vandaag: Datum) {
  const naam = (netwerkId: string) =>
    g.perSleutel('netwerk', (i) => i.netwerkId).find((f) => f.inhoud.netwerkId === netwerkId)
      ?.inhoud.naam ?? 'een partner';
  return (nu: Inhoud<'deling'>): Zin => {
    const wie = naam(nu.netwerkId);
    return voorbij(nu.tot, vandaag)
      ? [`Delen met ${wie} gestopt`, `Wij geven ${wie} geen gegevens meer.`]
      : [
          `Gedeeld met ${wie}: ${nu.wat.join(', ')}`,
          `${wie} krijgt van ons: ${nu.wat.join(', ')}.`,
        ];
  };
}

const FASE = {
  azc: 'in het azc',
  'intake-en-pip': 'tijdens intake en PIP',
  leren: 'tijdens het leren',
  meedoen: 'bij het meedoen',
} as const;

/**
 * Wat er tussen twee standen van het plan veranderde. Beide standen zijn feiten zoals zij op hun eigen dag bekend
 * waren; gelijke standen geven een lege lijst.
 */
export function veranderd(toen: Geldend, nu: Geldend, vandaag: Datum): Wijziging[] {
  const beide = [toen, nu] as const;
  return [
    ...perSleutel(beide, 'doel', (i) => i.doelId, doel),
    ...perSleutel(beide, 'plan-afspraak', (i) => i.planId, afspraak),
    ...perSleutel(beide, 'netwerk', (i) => i.netwerkId, netwerk(vandaag)),
    ...perSleutel(beide, 'deling', (i) => i.delingId, deling(nu, vandaag)),
    ...perSleutel(
      beide,
      'aanspreekpunt',
      (i) => i.fase,
      (i) => [
        `Aanspreekpunt ${FASE[i.fase]}: ${i.naam}, ${i.organisatie}`,
        `U kunt nu bellen met ${i.naam} (${i.organisatie}).`,
      ],
    ),
    ...perSleutel(
      beide,
      'pip-vastgesteld',
      (i) => i.pipId,
      (i) => [
        `Nieuwe beschikking: PIP versie ${i.versie}`,
        `U hebt een nieuw besluit gekregen op ${inWoorden(i.dagtekening)}.`,
      ],
    ),
  ];
}
