import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { Column } from '../../../web/ui/table/columns.ts';
import { DataTable } from '../../../web/ui/table/DataTable.tsx';
import type { Halfjaar, Taakstelling } from '../coa.schema.ts';
import { halfjaar } from './woorden.ts';

const SLEUTEL = ['coa', 'taakstelling'];

/** 'nog 3', 'gehaald', '2 meer'; nothing without a number to reach. */
function verschil({ aantal, gehuisvest }: Halfjaar): string {
  if (aantal === null) return '–';
  if (gehuisvest === aantal) return 'gehaald';
  return gehuisvest < aantal ? `nog ${aantal - gehuisvest}` : `${gehuisvest - aantal} meer`;
}

/** On a phone the head of the table is gone; then the word stands beside the number. */
const metWoord = (woord: string, waarde: ReactNode) => (
  <>
    <span className="coa-woord" aria-hidden="true">
      {woord}{' '}
    </span>
    {waarde}
  </>
);

const KOLOMMEN: Column<Halfjaar>[] = [
  { id: 'wanneer', header: 'Halfjaar', primary: true, cell: (h) => halfjaar(h.jaar, h.helft) },
  { id: 'gemeente', header: 'Gemeente', cell: (h) => h.gemeente },
  {
    id: 'doel',
    header: 'Taakstelling',
    cell: (h) => metWoord('taakstelling', h.aantal ?? 'niet ingevuld'),
  },
  { id: 'gekoppeld', header: 'Gekoppeld', cell: (h) => metWoord('gekoppeld', h.gekoppeld) },
  { id: 'gehuisvest', header: 'Gehuisvest', cell: (h) => metWoord('gehuisvest', h.gehuisvest) },
  { id: 'verschil', header: 'Verschil', cell: (h) => metWoord('verschil', verschil(h)) },
];

/** The last two half-years, and the years before when asked for. */
function recent(items: Halfjaar[], alles: boolean): Halfjaar[] {
  if (alles) return items;
  const laatste = [...new Set(items.map((h) => h.jaar * 2 + h.helft))].slice(0, 2);
  return items.filter((h) => laatste.includes(h.jaar * 2 + h.helft));
}

function wachtzin(wacht: Taakstelling['wacht']): string {
  const totaal = wacht.reduce((n, w) => n + w.aantal, 0);
  if (totaal === 0)
    return 'Iedereen die is gekoppeld, staat hier ingeschreven in een eigen woning.';
  const wie = totaal === 1 ? '1 persoon is' : `${totaal} mensen zijn`;
  return `${wie} gekoppeld en nog niet hier ingeschreven in een eigen woning.`;
}

/** How many people the gemeente has to house, and how many it has. */
export function TaakstellingKaart() {
  const [wijzigt, setWijzigt] = useState(false);
  const vraag = useQuery<Taakstelling, Problem>({
    queryKey: SLEUTEL,
    queryFn: ({ signal }) => api.get<Taakstelling>('/v1/coa/taakstelling', { signal }),
  });
  const [alles, setAlles] = useState(false);
  const { data } = vraag;
  const rijen = recent(data?.items ?? [], alles);
  return (
    <Card
      title="Taakstelling"
      action={
        data?.mag.wijzigen && (
          <Button onClick={() => setWijzigt(true)}>Taakstelling invullen</Button>
        )
      }
    >
      <div className="m-stack">
        {vraag.isPending && <Skeleton lines={4} />}
        {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
        {data && (
          <>
            <p>{wachtzin(data.wacht)}</p>
            <DataTable
              caption="Taakstelling per halfjaar"
              columns={KOLOMMEN}
              rows={rijen}
              rowId={(h) => `${h.gemeenteId}${h.jaar}${h.helft}`}
              rowName={(h) => `${h.gemeente}, ${halfjaar(h.jaar, h.helft)}`}
              empty={
                <EmptyState title="Nog geen taakstelling en geen koppelingen.">
                  Vul het aantal van dit halfjaar in, of lees een overdracht in.
                </EmptyState>
              }
            />
            {rijen.length < data.items.length && (
              <div>
                <Button look="quiet" onClick={() => setAlles(true)}>
                  Toon ook eerdere halfjaren
                </Button>
              </div>
            )}
            <p className="m-quiet">
              Geteld uit de dossiers in Meedoen: een koppeling van COA, en daarna een inschrijving
              in de gemeente buiten een azc. Iedereen telt één keer. Wie zonder koppeling kwam, telt
              hier niet mee; de stand bij de provincie kan dus anders zijn.
            </p>
          </>
        )}
      </div>
      {wijzigt && <InvulDialog sluit={() => setWijzigt(false)} />}
    </Card>
  );
}

/** Dit halfjaar en de drie erna, en de twee ervoor. */
function halfjaren(): { value: string; label: string }[] {
  const nu = new Date();
  const dit = nu.getFullYear() * 2 + (nu.getMonth() < 6 ? 0 : 1);
  return [-2, -1, 0, 1, 2, 3].map((stap) => {
    const n = dit + stap;
    const [jaar, helft] = [Math.floor(n / 2), (n % 2) + 1];
    return { value: `${jaar}-${helft}`, label: halfjaar(jaar, helft) };
  });
}

function InvulDialog({ sluit }: { sluit: () => void }) {
  const gemeenten = useIk().data?.gemeenten ?? [];
  const queries = useQueryClient();
  const keuzes = halfjaren();
  const [gemeenteId, setGemeente] = useState(
    gemeenten.length === 1 ? (gemeenten[0]?.id ?? '') : '',
  );
  const [wanneer, setWanneer] = useState(keuzes[2]?.value ?? '');
  const [aantal, setAantal] = useState('');
  const bewaar = useMutation<Taakstelling, Problem>({
    mutationFn: () => {
      const [jaar, helft] = wanneer.split('-').map(Number);
      const getal = /^\d{1,6}$/.test(aantal.trim()) ? Number(aantal) : -1;
      return api.put('/v1/coa/taakstelling', { gemeenteId, jaar, helft, aantal: getal });
    },
    onSuccess: (na) => {
      queries.setQueryData(SLEUTEL, na);
      sluit();
    },
  });
  const fout = (veld: string) => bewaar.error?.voorVeld(veld);
  return (
    <Dialog
      open
      title="Taakstelling invullen"
      onClose={sluit}
      footer={
        <>
          <Button
            look="primary"
            busy={bewaar.isPending}
            disabled={!gemeenteId || !aantal.trim()}
            onClick={() => bewaar.mutate()}
          >
            Leg vast
          </Button>
          <Button onClick={sluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {gemeenten.length > 1 && (
          <Select
            label="Gemeente"
            value={gemeenteId}
            emptyLabel="Kies een gemeente"
            options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
            onChange={setGemeente}
          />
        )}
        <Select label="Halfjaar" value={wanneer} options={keuzes} onChange={setWanneer} />
        <TextInput
          label="Aantal mensen te huisvesten"
          hint="Staat er al een aantal, dan geldt voortaan dit; het oude blijft bewaard."
          inputMode="numeric"
          value={aantal}
          error={fout('aantal')}
          onChange={setAantal}
        />
        {bewaar.isError && !fout('aantal') && <ErrorState error={bewaar.error} />}
      </div>
    </Dialog>
  );
}
