import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newKey, type Problem } from '../../web/api.ts';
import { ErrorState } from '../../web/ui/feedback/States.tsx';
import { toast } from '../../web/ui/feedback/Toast.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Checkbox } from '../../web/ui/form/Choice.tsx';
import { TextInput } from '../../web/ui/form/Field.tsx';
import { Dialog } from '../../web/ui/layout/Dialog.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { Menu } from '../../web/ui/layout/Menu.tsx';
import { type Keuze, leesKeuze, naarAdres } from './Filters.tsx';

type Lijst = {
  id: string;
  naam: string;
  gedeeld: boolean;
  eigen: boolean;
  van: string;
  instelling: {
    filters: Omit<Keuze, 'sorteer' | 'aflopend'>;
    verborgenKolommen: string[];
    sorteer?: Keuze['sorteer'];
    aflopend?: boolean;
  };
};

/** De bewaarde lijsten van de gebruiker en wat collega's delen. */
function useLijsten() {
  return useQuery<{ items: Lijst[] }, Problem>({
    queryKey: ['opgeslagen-lijsten'],
    queryFn: ({ signal }) => api.get('/v1/opgeslagen-lijsten', { signal }),
    staleTime: 60_000,
  });
}

const KOLOMMEN_SLEUTEL = 'meedoen:werkvoorraad:verborgen';
/** Wat verborgen is voor wie nog geen kolommen koos. */
const STANDAARD_VERBORGEN = ['schakel', 'plicht'];

/** De keuze die in een bewaarde lijst staat. */
function keuzeVan({ instelling }: Lijst): Keuze {
  const { filters, sorteer, aflopend } = instelling;
  return { ...filters, ...(sorteer ? { sorteer } : {}), ...(aflopend ? { aflopend } : {}) };
}

function bewaardeKolommen(): string[] {
  const tekst = localStorage.getItem(KOLOMMEN_SLEUTEL);
  return tekst === null ? STANDAARD_VERBORGEN : tekst.split(',').filter(Boolean);
}

/** De keuze uit het adres of de bewaarde lijst; wie iets verandert, verlaat de bewaarde lijst. */
export function useKeuze(eersteBereik: Keuze['bereik']) {
  const [adres, wijzig] = useSearchParams();
  const lijsten = useLijsten();
  const [eigen, setEigen] = useState(bewaardeKolommen);
  const lijst = lijsten.data?.items.find((l) => l.id === adres.lijst);
  const keuze = lijst ? keuzeVan(lijst) : { bereik: eersteBereik, ...leesKeuze(adres) };
  return {
    keuze,
    lijstId: lijst?.id,
    wacht: Boolean(adres.lijst) && lijsten.isPending,
    pagina: Math.max(1, Number(adres.pagina) || 1),
    verborgen: lijst?.instelling.verborgenKolommen ?? eigen,
    zet: (wijziging: Partial<Keuze>) =>
      wijzig(naarAdres({ ...keuze, ...wijziging }), { push: true }),
    zetPagina: (pagina: number) =>
      wijzig({ pagina: pagina > 1 ? String(pagina) : '' }, { push: true }),
    kiesLijst: (id: string | undefined) =>
      wijzig({ ...naarAdres({}), lijst: id ?? '' }, { push: true }),
    zetVerborgen: (ids: string[]) => {
      localStorage.setItem(KOLOMMEN_SLEUTEL, ids.join(','));
      setEigen(ids);
      if (lijst) wijzig(naarAdres(keuze));
    },
  };
}

export type Stuur = ReturnType<typeof useKeuze>;

type BewaarProps = {
  keuze: Keuze;
  verborgen: readonly string[];
  onClose: () => void;
  onKlaar: (id: string) => void;
};

function BewaarDialog({ keuze, verborgen, onClose, onKlaar }: BewaarProps) {
  const client = useQueryClient();
  const [naam, setNaam] = useState('');
  const [gedeeld, setGedeeld] = useState(false);
  const [sleutel] = useState(newKey);
  const { sorteer, aflopend, ...filters } = keuze;
  const bewaren = useMutation<Lijst, Problem>({
    mutationFn: () =>
      api.post<Lijst>(
        '/v1/opgeslagen-lijsten',
        { naam, gedeeld, instelling: { filters, verborgenKolommen: verborgen, sorteer, aflopend } },
        { idempotencyKey: sleutel },
      ),
    onSuccess: async (lijst) => {
      await client.invalidateQueries({ queryKey: ['opgeslagen-lijsten'] });
      toast({ tekst: `Lijst '${lijst.naam}' bewaard. De link in de adresbalk kunt u delen.` });
      onKlaar(lijst.id);
    },
  });
  return (
    <Dialog
      open
      title="Deze lijst bewaren"
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={bewaren.isPending}
            disabled={naam.trim() === ''}
            onClick={() => bewaren.mutate()}
          >
            Bewaren
          </Button>
          <Button onClick={onClose}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack m-stack--tight">
        <p>Filters, kolommen en volgorde worden bewaard. Wat u in het zoekveld typte niet.</p>
        {bewaren.isError && bewaren.error.status !== 400 && <ErrorState error={bewaren.error} />}
        <TextInput
          label="Naam van de lijst"
          value={naam}
          onChange={setNaam}
          maxLength={60}
          error={bewaren.error?.voorVeld('naam')}
        />
        <Checkbox
          label="Delen met mijn organisatie"
          hint="Collega’s zien met deze lijst alleen mensen die zij al mogen zien."
          checked={gedeeld}
          onChange={setGedeeld}
        />
      </div>
    </Dialog>
  );
}

type LijstenProps = {
  keuze: Keuze;
  verborgen: readonly string[];
  actief: string | undefined;
  onKies: (id: string | undefined) => void;
};

/** Opgeslagen lijsten: kiezen, bewaren, verwijderen. */
export function LijstenMenu({ keuze, verborgen, actief, onKies }: LijstenProps) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const lijsten = useLijsten();
  const items = lijsten.data?.items ?? [];
  const nu = items.find((l) => l.id === actief);
  const verwijderen = useMutation<unknown, Problem, Lijst>({
    mutationFn: ({ id }) => api.delete(`/v1/opgeslagen-lijsten/${id}`),
    onSuccess: async (_leeg, lijst) => {
      onKies(undefined);
      await client.invalidateQueries({ queryKey: ['opgeslagen-lijsten'] });
      const { naam, gedeeld, instelling } = lijst;
      const terug = () =>
        api
          .post('/v1/opgeslagen-lijsten', { naam, gedeeld, instelling })
          .then(() => client.invalidateQueries({ queryKey: ['opgeslagen-lijsten'] }));
      toast({ tekst: `Lijst '${naam}' verwijderd.`, ongedaan: () => void terug() });
    },
    onError: (fout) => toast({ tekst: fout.detail || fout.title }),
  });
  return (
    <>
      <Menu
        label={nu ? `Lijst: ${nu.naam}` : 'Opgeslagen lijsten'}
        items={[
          ...items.map((l) => ({
            naam: l.eigen ? l.naam : `${l.naam} (van ${l.van})`,
            gekozen: l.id === actief,
            onChoose: () => onKies(l.id),
          })),
          { naam: 'Deze lijst bewaren…', icon: 'plus' as const, onChoose: () => setOpen(true) },
          ...(nu?.eigen
            ? [
                {
                  naam: `'${nu.naam}' verwijderen`,
                  icon: 'sluit' as const,
                  onChoose: () => verwijderen.mutate(nu),
                },
              ]
            : []),
          { naam: 'Vervanging regelen', icon: 'mensen' as const, href: '/vervanging' },
        ]}
      />
      {open && (
        <BewaarDialog
          keuze={keuze}
          verborgen={verborgen}
          onClose={() => setOpen(false)}
          onKlaar={(id) => {
            setOpen(false);
            onKies(id);
          }}
        />
      )}
    </>
  );
}
