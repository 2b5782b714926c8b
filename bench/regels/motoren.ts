import { createRequire } from 'node:module';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { plusDagen } from '../../rules/shared/datum.ts';
import { feestdagen } from '../../rules/shared/feestdagen.ts';
import { rolDoor } from '../../rules/shared/termijnenwet.ts';
import type { Antwoord, Zaak } from './zaken.ts';

const NIEUWE_TEKST = '2023-01-01';
const TIEN_WEKEN = 70;
const JAREN = Array.from({ length: 10 }, (_, i) => 2021 + i);

/**
 * De beslistabel van de PIP-termijn, van boven naar beneden; de eerste rij die past geldt. Een leeg vak doet er
 * niet toe. Beide motoren rekenen met deze rijen.
 */
const RIJEN: { als: Partial<Record<Kenmerk, string | boolean>>; uit: Uit }[] = [
  { als: { verhuisd: 'met-pip', heeftI: false }, uit: 'onbekend' },
  { als: { verhuisd: 'met-pip' }, uit: 'inschrijving' },
  { als: { heeftK: false }, uit: 'onbekend' },
  { als: { verhuisd: 'zonder-pip', heeftI: false }, uit: 'onbekend' },
  { als: { verhuisd: 'zonder-pip', laatsteOud: true }, uit: 'inschrijving' },
  { als: { verhuisd: 'zonder-pip', iVoorK: true }, uit: 'kennisgeving' },
  { als: { verhuisd: 'zonder-pip' }, uit: 'inschrijving' },
  { als: { oud: true, heeftI: true }, uit: 'inschrijving' },
  { als: { oud: true, wacht: true }, uit: 'nog-niet' },
  { als: { oud: true }, uit: 'onbekend' },
  { als: { heeftI: true, iVoorK: true }, uit: 'kennisgeving' },
  { als: { art28: 'onbekend' }, uit: 'onbekend' },
  { als: { art28: 'nee' }, uit: 'kennisgeving' },
  { als: { heeftI: true }, uit: 'inschrijving' },
  { als: {}, uit: 'nog-niet' },
];

const KENMERKEN = [
  'verhuisd',
  'heeftK',
  'heeftI',
  'iVoorK',
  'laatsteOud',
  'oud',
  'wacht',
  'art28',
] as const;
type Kenmerk = (typeof KENMERKEN)[number];
type Uit = 'kennisgeving' | 'inschrijving' | 'onbekend' | 'nog-niet';

export type Motor = {
  naam: string;
  /** Kan meer zaken tegelijk beslissen; anders gaat het na elkaar. */
  tegelijk: boolean;
  bepaal(zaak: Zaak): Promise<Antwoord>;
  sluit(): void;
};

/** De kenmerken van een zaak waarop de rijen letten. */
function kenmerken(z: Zaak): Record<Kenmerk, string | boolean> {
  const { kennisgeving: k, inschrijving: i, doelgroep } = z;
  const iVoorK = k !== null && i !== null && i <= k;
  const asiel = doelgroep === 'asielstatushouder';
  const bekend = doelgroep === 'onbekend' ? 'onbekend' : asiel && !z.gezinslid ? 'ja' : 'nee';
  const art28 = z.inAzc ? 'ja' : bekend;
  const telt = art28 === 'ja' && i !== null && !iVoorK ? i : k;
  const later = iVoorK ? k : i;
  return {
    verhuisd: z.verhuisd,
    heeftK: k !== null,
    heeftI: i !== null,
    iVoorK,
    laatsteOud: later !== null && later < NIEUWE_TEKST,
    oud: telt !== null && telt < NIEUWE_TEKST,
    wacht: z.inAzc || asiel,
    art28,
  };
}

/**
 * json-rules-engine: een regel per rij, met het volgnummer als prioriteit; de eerste die past stopt de rest.
 * De motor kan niet met datums rekenen: kenmerken en tien weken komen uit JavaScript, zoals hij dat vraagt.
 */
export function jsonRulesEngine(): Motor {
  const motor = new Engine(RIJEN.map(alsRegel));
  motor.on('success', () => motor.stop());
  return {
    naam: 'json-rules-engine 7.3.1',
    tegelijk: false,
    async bepaal(zaak) {
      const { events } = await motor.run(kenmerken(zaak));
      return laatsteDag(events[0]?.type as Uit, zaak);
    },
    sluit: () => undefined,
  };
}

function alsRegel({ als, uit }: (typeof RIJEN)[number], nr: number): RuleProperties {
  const all = Object.entries(als).map(([fact, value]) => ({ fact, operator: 'equal', value }));
  return { conditions: { all }, event: { type: uit }, priority: RIJEN.length - nr };
}

function laatsteDag(uit: Uit, zaak: Zaak): Antwoord {
  if (uit === 'onbekend' || uit === 'nog-niet') return uit;
  const na = zaak[uit];
  return na ? rolDoor(plusDagen(na, TIEN_WEKEN)).laatsteDag : 'onbekend';
}

type ZenBeslissing = { evaluate(invoer: unknown): Promise<{ result: { antwoord: Antwoord } }> };
type ZenMotor = { createDecision(model: Buffer): ZenBeslissing; dispose(): void };

/** De zen-engine van GoRules (Rust): het hele antwoord komt uit haar eigen beslismodel (JDM), ook de datum. */
export function zen(): Motor {
  const { ZenEngine } = createRequire(import.meta.url)('@gorules/zen-engine-linux-x64-gnu') as {
    ZenEngine: new () => ZenMotor;
  };
  const motor = new ZenEngine();
  const beslissing = motor.createDecision(Buffer.from(JSON.stringify(beslismodel())));
  return {
    naam: 'zen-engine 0.54.0',
    tegelijk: true,
    bepaal: async (zaak) => (await beslissing.evaluate(zaak)).result.antwoord,
    sluit: () => motor.dispose(),
  };
}

function beslismodel() {
  const stappen = [
    { id: 'vraag', type: 'inputNode', content: {} },
    { id: 'kenmerken', type: 'expressionNode', content: { expressions: KENMERK_FORMULES } },
    { id: 'tabel', type: 'decisionTableNode', content: beslistabel() },
    { id: 'datum', type: 'expressionNode', content: { expressions: DATUM_FORMULES } },
    { id: 'antwoord', type: 'outputNode', content: {} },
  ];
  return {
    nodes: stappen.map((s) => ({ ...s, name: s.id, position: { x: 0, y: 0 } })),
    edges: stappen.slice(1).map((s, i) => ({
      id: `naar-${s.id}`,
      type: 'edge',
      sourceId: stappen[i]?.id,
      targetId: s.id,
    })),
  };
}

const formule = (key: string, value: string) => ({ id: key, key, value });

const KENMERK_FORMULES = [
  formule('kennisgeving', 'kennisgeving'),
  formule('inschrijving', 'inschrijving'),
  formule('verhuisd', 'verhuisd'),
  formule('heeftK', 'kennisgeving != null'),
  formule('heeftI', 'inschrijving != null'),
  formule(
    'iVoorK',
    'kennisgeving != null and inschrijving != null ? d(inschrijving) <= d(kennisgeving) : false',
  ),
  formule('wacht', "inAzc or doelgroep == 'asielstatushouder'"),
  formule(
    'art28',
    "inAzc ? 'ja' : (doelgroep == 'onbekend' ? 'onbekend' : (doelgroep == 'asielstatushouder' and not(gezinslid) ? 'ja' : 'nee'))",
  ),
  formule('later', '$.iVoorK ? kennisgeving : inschrijving'),
  formule('laatsteOud', `$.later != null ? d($.later) < d('${NIEUWE_TEKST}') : false`),
  formule('telt', "$.art28 == 'ja' and $.heeftI and not($.iVoorK) ? inschrijving : kennisgeving"),
  formule('oud', `$.telt != null ? d($.telt) < d('${NIEUWE_TEKST}') : false`),
];

function beslistabel() {
  const vak = (waarde: string | boolean | undefined) =>
    waarde === undefined ? '' : typeof waarde === 'string' ? `'${waarde}'` : String(waarde);
  return {
    hitPolicy: 'first',
    passThrough: true,
    inputs: KENMERKEN.map((k) => ({ id: k, name: k, field: k })),
    outputs: [{ id: 'uit', name: 'uit', field: 'uit' }],
    rules: RIJEN.map(({ als, uit }, nr) => ({
      _id: String(nr),
      ...Object.fromEntries(KENMERKEN.map((k) => [k, vak(als[k])])),
      uit: `'${uit}'`,
    })),
  };
}

/** Na het langste weekend met feestdagen is er binnen zoveel dagen altijd een werkdag. */
const DAGEN_VOORUIT = 6;
const FEESTDAGEN = JAREN.flatMap((jaar) => feestdagen(jaar)).map((f) => `'${f.datum}'`);
const DATUM_FORMULES = [
  formule(
    'antwoord',
    `uit == 'onbekend' or uit == 'nog-niet' ? uit : filter(map([0..${DAGEN_VOORUIT}], d(uit == 'kennisgeving' ? kennisgeving : inschrijving).add(${TIEN_WEKEN} + #, 'd')), #.weekday() < 6 and not(#.format('%Y-%m-%d') in [${FEESTDAGEN.join(', ')}]))[0].format('%Y-%m-%d')`,
  ),
];
