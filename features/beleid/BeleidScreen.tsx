import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { useIk } from '../../web/ik.ts';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Checkbox } from '../../web/ui/form/Choice.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { SearchField } from '../../web/ui/form/SearchField.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import { Tabs } from '../../web/ui/layout/Tabs.tsx';
import type { LokaalBeleid } from './beleid.schema.ts';
import { BeleidDialog } from './scherm/BeleidDialog.tsx';
import { BeleidLijst } from './scherm/BeleidLijst.tsx';
import './beleid.css';
import { VerschillenDeel } from './scherm/VerschillenDeel.tsx';

const VOLG_MS = 2500;

/** Wat een gemeente zelf mag kiezen, met de grens van de wet; en hoe gemeenten daarin verschillen. */
export function BeleidScreen() {
  const [zoek] = useSearchParams();
  const verschillen = zoek.deel === 'verschillen';
  return (
    <div className="m-stack">
      <PageTitle
        title="Lokaal beleid"
        lead="Wat de gemeente zelf kiest, wat anders geldt en welke ruimte de wet laat."
      />
      <Tabs
        label="Lokaal beleid"
        tabs={[
          { naam: 'Per gemeente', href: '/beheer/beleid', actief: !verschillen },
          { naam: 'Verschillen', href: '/beheer/beleid?deel=verschillen', actief: verschillen },
        ]}
      />
      {verschillen ? <VerschillenDeel /> : <GemeenteDeel />}
    </div>
  );
}

function useBeleid(gemeenteId: string | undefined) {
  return useQuery<LokaalBeleid, Problem>({
    queryKey: ['beleid', gemeenteId],
    queryFn: ({ signal }) =>
      api.get<LokaalBeleid>(`/v1/gemeenten/${gemeenteId}/beleid`, { signal }),
    enabled: gemeenteId !== undefined,
    refetchInterval: ({ state }) => (state.data?.nogBijTeWerken ? VOLG_MS : false),
  });
}

function GemeenteDeel() {
  const ik = useIk();
  const [adres, wijzigAdres] = useSearchParams();
  const [open, setOpen] = useState<string>();
  const gemeenten = ik.data?.gemeenten ?? [];
  const gemeenteId = adres.gemeente ?? gemeenten[0]?.id;
  const vraag = useBeleid(gemeenteId);
  const parameter = vraag.data?.parameters.find((p) => p.sleutel === open);
  return (
    <>
      <div className="beleid-keuze">
        {gemeenten.length > 1 && (
          <Select
            label="Gemeente"
            value={gemeenteId ?? ''}
            onChange={(id) => wijzigAdres({ gemeente: id })}
            options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
          />
        )}
        <SearchField
          label="Zoek in het beleid"
          placeholder="Zoek op woord of nummer (N8)"
          value={adres.zoek ?? ''}
          onChange={(tekst) => wijzigAdres({ zoek: tekst })}
        />
        <Checkbox
          label="Alleen eigen waarden"
          checked={adres.eigen === 'ja'}
          onChange={(aan) => wijzigAdres({ eigen: aan ? 'ja' : '' })}
        />
      </div>
      {vraag.isPending && gemeenteId && <Skeleton lines={10} />}
      {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
      {ik.isSuccess && gemeenten.length === 0 && (
        <EmptyState title="Uw organisatie heeft nog geen taken">
          Vraag de gemeente om een taak aan uw organisatie te geven.
        </EmptyState>
      )}
      {vraag.data && (
        <>
          <Bijwerken aantal={vraag.data.nogBijTeWerken} />
          <BeleidLijst
            beleid={vraag.data}
            zoek={adres.zoek ?? ''}
            alleenEigen={adres.eigen === 'ja'}
            onOpen={setOpen}
          />
        </>
      )}
      {vraag.data && parameter && (
        <BeleidDialog
          key={parameter.sleutel}
          gemeente={vraag.data.gemeente}
          regel={parameter}
          magWijzigen={vraag.data.magWijzigen}
          peildatum={ik.data?.peildatum ?? ''}
          onSluit={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function Bijwerken({ aantal }: { aantal: number }) {
  if (aantal === 0) return null;
  const wat = aantal === 1 ? '1 dossier wordt' : `${aantal} dossiers worden`;
  return (
    <Alert tone="info" title={`${wat} nog bijgewerkt.`}>
      U kunt gewoon verder werken.
    </Alert>
  );
}
