import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { CheckboxGroup, RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { TimeField } from '../../../web/ui/form/TimeField.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { BegeleiderLijst } from '../begeleider.schema.ts';
import type { ZittingDetail } from '../zitting.schema.ts';
import { leesGetal } from './woorden.ts';

type Vorm = {
  gemeenteId: string;
  gemeenteIds: string[];
  vorm: string;
  datum: string;
  tijd: string;
  duur: string;
  plaats: string;
  adres: string;
  laptops: string;
  begeleiderIds: string[];
  opmerking: string;
};

const begin = (z: ZittingDetail | undefined, gemeenteId: string): Vorm => ({
  gemeenteId: z?.gemeenteId ?? gemeenteId,
  gemeenteIds: [],
  vorm: z?.vorm ?? 'groep',
  datum: z?.datum ?? '',
  tijd: z?.tijd ?? '09:30',
  duur: String(z?.duurMinuten ?? 120),
  plaats: z?.plaats ?? '',
  adres: z?.adres ?? '',
  laptops: String(z?.laptops ?? 8),
  begeleiderIds: z?.begeleiders.map((b) => b.id) ?? [],
  opmerking: z?.opmerking ?? '',
});

function stuur(v: Vorm, zitting: ZittingDetail | undefined, idempotencyKey: string) {
  const velden = {
    datum: v.datum,
    tijd: v.tijd,
    duurMinuten: leesGetal(v.duur),
    plaats: v.plaats,
    adres: v.adres,
    laptops: v.vorm === 'individueel' ? 1 : leesGetal(v.laptops),
    begeleiderIds: v.begeleiderIds,
    opmerking: v.opmerking,
  };
  if (zitting) {
    const revisie = zitting.revisie;
    return api.put<ZittingDetail>(`/v1/toetszittingen/${zitting.zittingId}`, {
      ...velden,
      revisie,
    });
  }
  const gemeenteIds = [...new Set([v.gemeenteId, ...v.gemeenteIds])];
  const nieuw = { ...velden, vorm: v.vorm, gemeenteId: v.gemeenteId, gemeenteIds };
  return api.post<ZittingDetail>('/v1/toetszittingen', nieuw, { idempotencyKey });
}

type VeldenProps = { v: Vorm; zet: (deel: Partial<Vorm>) => void; fout: Problem | null };

/** Whose session it is: only when it is made. */
function VanWie({ v, zet, fout }: VeldenProps) {
  const gemeenten = useIk().data?.gemeenten ?? [];
  const opties = gemeenten.map((g) => ({ value: g.id, label: g.naam }));
  return (
    <>
      {opties.length > 1 && (
        <>
          <Select
            label="Welke gemeente houdt de zitting?"
            value={v.gemeenteId}
            emptyLabel="Kies een gemeente"
            options={opties}
            error={fout?.voorVeld('gemeenteId')}
            onChange={(gemeenteId) => zet({ gemeenteId, begeleiderIds: [] })}
          />
          <CheckboxGroup
            label="Wie kunnen er nog meer mensen sturen?"
            hint="Elke gemeente ziet alleen haar eigen mensen, en hoeveel laptops er vrij zijn. Later wijzigen kan niet."
            values={v.gemeenteIds.filter((g) => g !== v.gemeenteId)}
            options={opties.filter((o) => o.value !== v.gemeenteId)}
            error={fout?.voorVeld('gemeenteIds')}
            onChange={(gemeenteIds) => zet({ gemeenteIds })}
          />
        </>
      )}
      <RadioGroup
        label="Groep of alleen"
        inline
        value={v.vorm}
        options={[
          { value: 'groep', label: 'een groep' },
          { value: 'individueel', label: 'één persoon' },
        ]}
        onChange={(vorm) => zet({ vorm })}
      />
    </>
  );
}

function WaarEnWanneer({ v, zet, fout }: VeldenProps) {
  return (
    <>
      <div className="toets-naast">
        <DateField
          label="Datum"
          value={v.datum}
          error={fout?.voorVeld('datum')}
          onChange={(datum) => zet({ datum })}
        />
        <TimeField
          value={v.tijd}
          error={fout?.voorVeld('tijd')}
          onChange={(tijd) => zet({ tijd })}
        />
        <TextInput
          label="Minuten"
          hint="duur"
          inputMode="numeric"
          value={v.duur}
          error={fout?.voorVeld('duurMinuten')}
          onChange={(duur) => zet({ duur })}
        />
      </div>
      <TextInput
        label="Plaats"
        hint="Zoals het in de brief komt: de bibliotheek, zaal 2"
        value={v.plaats}
        error={fout?.voorVeld('plaats')}
        onChange={(plaats) => zet({ plaats })}
      />
      <TextInput
        label="Adres"
        value={v.adres}
        error={fout?.voorVeld('adres')}
        onChange={(adres) => zet({ adres })}
      />
      {v.vorm === 'groep' && (
        <TextInput
          label="Laptops"
          hint="Meer mensen dan laptops kunt u niet uitnodigen."
          inputMode="numeric"
          className="toets-getal"
          value={v.laptops}
          error={fout?.voorVeld('laptops')}
          onChange={(laptops) => zet({ laptops })}
        />
      )}
    </>
  );
}

function WieNeemtAf({ v, zet, fout }: VeldenProps) {
  const lijst = useQuery<BegeleiderLijst, Problem>({
    queryKey: ['toetsbegeleiders'],
    queryFn: ({ signal }) => api.get<BegeleiderLijst>('/v1/toetsbegeleiders', { signal }),
  });
  const eigen = lijst.data?.items.filter((b) => b.gemeenteId === v.gemeenteId) ?? [];
  const label = (b: (typeof eigen)[number]) =>
    b.geregistreerdTot
      ? `${b.naam} (geregistreerd tot ${formatDate(b.geregistreerdTot, 'datum')})`
      : b.naam;
  if (lijst.data && v.gemeenteId && eigen.length === 0) {
    return (
      <p>
        Deze gemeente heeft nog geen toetsbegeleider. Voeg er eerst een toe op het blad
        Toetsbegeleiders.
      </p>
    );
  }
  return (
    <CheckboxGroup
      label="Toetsbegeleider"
      hint="Getraind, en op de dag van de toets bij DUO geregistreerd."
      values={v.begeleiderIds}
      options={eigen.map((b) => ({ value: b.begeleiderId, label: label(b) }))}
      error={fout?.voorVeld('begeleiderIds')}
      onChange={(begeleiderIds) => zet({ begeleiderIds })}
    />
  );
}

type Props = {
  zitting?: ZittingDetail;
  onSluit: () => void;
  onKlaar: (z: ZittingDetail) => void;
};

/** Planning a session, or moving one. */
export function ZittingDialoog({ zitting, onSluit, onKlaar }: Props) {
  const client = useQueryClient();
  const gemeenten = useIk().data?.gemeenten ?? [];
  const [v, setV] = useState(() => begin(zitting, gemeenten[0]?.id ?? ''));
  const [sleutel] = useState(newKey);
  const bewaar = useMutation<ZittingDetail, Problem>({
    mutationFn: () => stuur(v, zitting, sleutel),
    onSuccess: async (z) => {
      await client.invalidateQueries({ queryKey: ['toetszittingen'] });
      client.setQueryData(['toetszitting', z.zittingId], z);
      onKlaar(z);
    },
  });
  const velden = { v, zet: (deel: Partial<Vorm>) => setV({ ...v, ...deel }), fout: bewaar.error };
  const mensen = zitting?.bezet ?? 0;
  return (
    <Dialog
      open
      kind="side"
      title={zitting ? 'Zitting verzetten of wijzigen' : 'Zitting plannen'}
      onClose={onSluit}
      footer={
        <>
          <Button look="primary" busy={bewaar.isPending} onClick={() => bewaar.mutate()}>
            {zitting ? 'Bewaren' : 'Zitting plannen'}
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {mensen > 0 && (
          <p>
            Verandert de tijd of de plaats, dan krijgt iedereen die is uitgenodigd bericht ({mensen}
            ).
          </p>
        )}
        {bewaar.isError && <Weigering fout={bewaar.error} />}
        {!zitting && <VanWie {...velden} />}
        <WaarEnWanneer {...velden} />
        <WieNeemtAf {...velden} />
        <TextInput
          label="Opmerking voor collega’s"
          optional
          value={v.opmerking}
          error={bewaar.error?.voorVeld('opmerking')}
          onChange={(opmerking) => velden.zet({ opmerking })}
        />
      </div>
    </Dialog>
  );
}
