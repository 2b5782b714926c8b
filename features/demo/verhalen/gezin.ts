import { delen } from '../../../rules/shared/datum.ts';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { OefenMeting, Schrijver } from '../bouw.ts';

type Kind = Pick<FeitInhoud['gezinslid'], 'naam' | 'school' | 'vve'> & { dagenOud: number };

/** Een kind zonder eigen dossier, vastgelegd op dag `n`. */
function kind(s: Schrijver, n: number, { dagenOud, ...rest }: Kind): string {
  const { jaar, maand } = delen(s.dag(-dagenOud));
  const gezinslidId = s.id(n);
  s.feit(n, 'medewerker', 'gezinslid', {
    ...rest,
    gezinslidId,
    relatie: 'kind',
    geboortejaar: jaar,
    geboortemaand: maand,
    vanaf: s.dag(n),
  });
  return gezinslidId;
}

type Opvang = Omit<FeitInhoud['kinderopvang'], 'opvangId' | 'nodigVanaf' | 'staat'>;

/** Kinderopvang vanaf dag `nodig`, met de stappen tot nu. */
export function opvang(
  s: Schrijver,
  nodig: number,
  stappen: readonly [n: number, staat: FeitInhoud['kinderopvang']['staat'], bij?: string][],
  rest: Opvang = { dagdelen: ['maandagochtend', 'woensdagochtend'] },
): void {
  const opvangId = s.id(stappen[0]?.[0] ?? nodig);
  for (const [n, staat, bij] of stappen) {
    s.feit(n, 'medewerker', 'kinderopvang', {
      opvangId,
      nodigVanaf: s.dag(nodig),
      staat,
      ...rest,
      ...(bij ? { bij } : {}),
    });
  }
}

/** Twee kinderen, waarvan er een op opvang wacht. */
export function tweeKinderen(s: Schrijver, n: number): void {
  const jongste = kind(s, n, { naam: 'Rahwa', dagenOud: 1100, vve: 'op-wachtlijst' });
  kind(s, n, { naam: 'Samuel', dagenOud: 2700, school: 'Basisschool De Regenboog' });
  const dagdelen = ['maandagochtend', 'dinsdagochtend', 'donderdagochtend'];
  opvang(
    s,
    -21,
    [
      [-60, 'nodig'],
      [-45, 'aangevraagd', 'Kinderdagverblijf De Kring'],
      [-12, 'wachtlijst', 'Kinderdagverblijf De Kring'],
    ],
    { gezinslidId: jongste, dagdelen },
  );
}

/** De persoon geeft zelf cijfers; wat niet in `antwoorden` staat is overgeslagen. */
function meting(
  s: Schrijver,
  n: number,
  moment: OefenMeting['moment'],
  antwoorden: OefenMeting['antwoorden'],
): void {
  const id = s.id(n);
  s.feit(n, 'inburgeraar', 'meting', { metingId: id, moment, taal: 'ti' });
  s.metingen.push({
    id,
    moment,
    taal: 'ti',
    hulp: 'tolk',
    dag: s.dag(n),
    op: s.moment(n),
    antwoorden,
    medewerkerId: s.door.id,
  });
}

/** Bij het begin en na een half jaar gevraagd hoe het gaat. */
export function tweeMetingen(s: Schrijver, begin: number, later: number): void {
  meting(s, begin, 'begin', {
    'lichaam-voelt': 6,
    'lichaam-slaap': 4,
    'mentaal-rust': 4,
    'mentaal-gevoel': 5,
    'zin-toekomst': 8,
    'zin-belangrijk': 6,
    'leven-nu': 5,
    'meedoen-mensen': 2,
    'meedoen-thuis': 3,
    'dag-regelen': 4,
    'dag-energie': 5,
  });
  meting(s, later, 'voortgang', {
    'lichaam-voelt': 6,
    'lichaam-slaap': 6,
    'mentaal-rust': 6,
    'mentaal-gevoel': 6,
    'zin-toekomst': 8,
    'zin-belangrijk': 7,
    'leven-nu': 6,
    'leven-veilig': 7,
    'meedoen-mensen': 5,
    'meedoen-thuis': 5,
    'dag-regelen': 6,
    'dag-energie': 5,
  });
}
