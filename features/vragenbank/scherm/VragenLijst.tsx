import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { EmptyState } from '../../../web/ui/feedback/States.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';
import { SearchField } from '../../../web/ui/form/SearchField.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link, useSearchParams } from '../../../web/ui/layout/Link.tsx';
import type { Vraag } from '../../shared/vraag.schema.ts';
import { geldendeBesluiten } from '../samenstellen.ts';
import { VRAAGTYPEN, type Vragenbank } from '../vragenbank.schema.ts';
import { geldigeVersies, ingebouwdeVan, lijstOp } from './concept.ts';

const FILTERS = {
  '': 'alle vragen',
  wet: 'vraagt de wet',
  eigen: 'eigen vragen',
  anders: 'anders gesteld',
  verplicht: 'altijd vragen',
  verborgen: 'niet gesteld',
  gepland: 'verandert nog',
} as const;
type Filter = keyof typeof FILTERS;

type Rij = { vraag: Vraag; verborgen: boolean; gepland?: string | undefined; wet: boolean };

/** Alle vragen op een dag, ook die niet worden gesteld, in de volgorde van het gesprek. */
function rijenOp(bank: Vragenbank, dag: string): Rij[] {
  const versies = geldigeVersies(bank);
  const gesteld = lijstOp(bank, dag).alle;
  const zichtbaar = new Set(gesteld.map((v) => v.id));
  const verborgen = [...geldendeBesluiten(versies, dag)].flatMap(([id, b]) => {
    if (zichtbaar.has(id)) return [];
    const bron = ingebouwdeVan(bank).find((v) => v.id === id);
    if (bron) return [{ ...bron, vraag: b.inhoud.vraag }];
    if (b.inhoud.soort !== 'eigen') return [];
    const { onderdeel, type, waarom, vraag } = b.inhoud;
    const leefgebied = bank.onderdelen.find((o) => o.id === onderdeel)?.leefgebied ?? '';
    return [{ id, onderdeel, type, waarom, vraag, leefgebied, eigen: true } as Vraag];
  });
  const straks = (id: string) =>
    versies.find((v) => v.vraagId === id && v.geldigVanaf > dag)?.geldigVanaf;
  const rij = (vraag: Vraag, weg: boolean): Rij => ({
    vraag,
    verborgen: weg,
    gepland: straks(vraag.id),
    wet: bank.onderdelen.some((o) => o.id === vraag.onderdeel && o.eis === 'wet'),
  });
  const nieuw = versies.flatMap((v) =>
    v.inhoud.soort === 'eigen' && !geldendeBesluiten(versies, dag).has(v.vraagId) ? [v] : [],
  );
  const later = lijstOp(bank, '9999-12-31').alle.filter((v) =>
    nieuw.some((n) => n.vraagId === v.id),
  );
  return [
    ...gesteld.map((v) => rij(v, false)),
    ...[...verborgen, ...later].map((v) => rij(v, true)),
  ];
}

const PAST: Record<Filter, (r: Rij) => boolean> = {
  '': () => true,
  wet: (r) => r.wet && !r.verborgen,
  eigen: (r) => r.vraag.eigen === true,
  anders: (r) => r.vraag.oorspronkelijk !== undefined,
  verplicht: (r) => r.vraag.verplicht === true,
  verborgen: (r) => r.verborgen,
  gepland: (r) => r.gepland !== undefined,
};

function gevonden(rijen: Rij[], bank: Vragenbank, zoek: string, filter: Filter): Rij[] {
  const woorden = zoek.toLowerCase().split(/\s+/).filter(Boolean);
  return rijen.filter((r) => {
    const onderdeel = bank.onderdelen.find((o) => o.id === r.vraag.onderdeel)?.naam ?? '';
    const tekst =
      `${r.vraag.vraag} ${r.vraag.oorspronkelijk ?? ''} ${r.vraag.waarom} ${onderdeel}`.toLowerCase();
    return PAST[filter](r) && woorden.every((w) => tekst.includes(w));
  });
}

/** De vragen per leefgebied, met wat de wet vraagt en wat van de gemeente is. */
export function VragenLijst({ bank }: { bank: Vragenbank }) {
  const [adres, wijzigAdres] = useSearchParams();
  const dag = adres.dag || bank.vandaag;
  const filter = (adres.filter ?? '') as Filter;
  const rijen = rijenOp(bank, dag);
  const lijst = gevonden(rijen, bank, adres.zoek ?? '', filter in FILTERS ? filter : '');
  const gesteld = rijen.filter((r) => !r.verborgen);
  return (
    <>
      <div className="vragenbank-keuze">
        <SearchField
          label="Zoek in de vragen"
          placeholder="Zoek op woord of onderdeel"
          value={adres.zoek ?? ''}
          onChange={(zoek) => wijzigAdres({ zoek })}
        />
        <Select
          label="Toon"
          value={filter}
          onChange={(f) => wijzigAdres({ filter: f })}
          options={Object.entries(FILTERS).map(([value, label]) => ({ value, label }))}
        />
        <DateField
          label="Zoals de lijst is op"
          hint=""
          value={dag}
          onChange={(d) => wijzigAdres({ dag: d === bank.vandaag ? '' : d })}
        />
      </div>
      <p className="m-quiet" role="status">
        {gesteld.length} vragen op {formatDate(dag, 'datum')}, waarvan{' '}
        {gesteld.filter((r) => r.vraag.eigen).length} van {bank.gemeente.naam} zelf.
        {lijst.length !== rijen.length && ` ${lijst.length} gevonden.`}
      </p>
      {lijst.length === 0 && (
        <EmptyState title="Niets gevonden">
          {filter === 'eigen'
            ? 'De gemeente heeft nog geen eigen vragen.'
            : 'Zoek op een ander woord of kies een ander filter.'}
        </EmptyState>
      )}
      {bank.leefgebieden.map((gebied) => {
        const vragen = lijst.filter((r) => r.vraag.leefgebied === gebied.id);
        if (vragen.length === 0) return null;
        return (
          <Card key={gebied.id} title={gebied.naam} flush>
            <ul className="vragenbank-lijst">
              {vragen.map((r) => (
                <li key={r.vraag.id}>
                  <Regel rij={r} bank={bank} />
                </li>
              ))}
            </ul>
          </Card>
        );
      })}
      <p className="m-quiet">
        De vragen over gezondheid staan apart, met een eigen recht, en zijn hier niet te wijzigen.
      </p>
    </>
  );
}

function Regel({ rij, bank }: { rij: Rij; bank: Vragenbank }) {
  const { vraag } = rij;
  const [adres] = useSearchParams();
  const onderdeel = bank.onderdelen.find((o) => o.id === vraag.onderdeel);
  const naar = new URLSearchParams({ ...adres, vraag: vraag.id });
  return (
    <>
      <div>
        <Link href={`/beheer/vragenbank?${naar}`} className="vragenbank-vraag">
          {vraag.vraag}
        </Link>
        <p className="m-quiet">
          {onderdeel?.naam} · {VRAAGTYPEN[vraag.type]} · {vraag.waarom}
        </p>
      </div>
      <div className="vragenbank-merken">
        {rij.verborgen && <Badge tone="neutral">wordt niet gesteld</Badge>}
        {rij.gepland && (
          <Badge tone="near">anders vanaf {formatDate(rij.gepland, 'cijfers')}</Badge>
        )}
        {vraag.verplicht && <Badge tone="ours">altijd vragen</Badge>}
        {vraag.eigen && <Badge tone="ours">eigen vraag</Badge>}
        {vraag.oorspronkelijk && <Badge tone="ours">eigen woorden</Badge>}
        {rij.wet && <Badge tone="outside">onderdeel van de wet</Badge>}
      </div>
    </>
  );
}
