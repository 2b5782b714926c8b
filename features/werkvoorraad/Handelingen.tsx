import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { Alert, Redenen } from '../../web/ui/feedback/Alert.tsx';
import { ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { toast } from '../../web/ui/feedback/Toast.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../web/ui/form/Choice.tsx';
import { DateField } from '../../web/ui/form/DateField.tsx';
import { TextArea } from '../../web/ui/form/Field.tsx';
import { Dialog } from '../../web/ui/layout/Dialog.tsx';
import type { Werkvoorraad, WerkvoorraadRij } from './werkvoorraad.schema.ts';

type Medewerker = {
  id: string;
  naam: string;
  functie: string;
  organisatie: string;
  aantalMensen: number;
  gemeenten: string[];
};
type Toegewezen = {
  gelukt: { dossierId: string; vorigeKlantmanagerId: string | null }[];
  mislukt: { dossierId: string; tekst: string }[];
};

const NIEMAND = 'niemand';

/** Werkt de lijst meteen bij; het antwoord van de server komt eroverheen. */
function useLijst() {
  const client = useQueryClient();
  return {
    zonder: (weg: ReadonlySet<string>) =>
      client.setQueriesData<Werkvoorraad>({ queryKey: ['werkvoorraad'] }, (oud) =>
        oud ? { ...oud, items: oud.items.filter((rij) => !weg.has(rij.dossierId)) } : oud,
      ),
    ververs: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['werkvoorraad'] }),
        client.invalidateQueries({ queryKey: ['ik'] }),
        client.invalidateQueries({ queryKey: ['dossier'] }),
      ]),
  };
}

function stuurToewijzing(rijen: readonly WerkvoorraadRij[], klantmanagerId: string | null) {
  return api.post<Toegewezen>('/v1/dossiers/_toewijzen', {
    dossierIds: rijen.map((r) => r.dossierId),
    klantmanagerId,
    verwacht: Object.fromEntries(rijen.map((r) => [r.dossierId, r.klantmanager?.id ?? null])),
  });
}

/** Zet iedereen terug bij wie hij was. */
async function zetTerug({ gelukt }: Toegewezen): Promise<void> {
  const perVorige = Map.groupBy(gelukt, (r) => r.vorigeKlantmanagerId);
  for (const [klantmanagerId, deel] of perVorige) {
    const dossierIds = deel.map((r) => r.dossierId);
    await api.post('/v1/dossiers/_toewijzen', { dossierIds, klantmanagerId });
  }
}

const hoeveel = (n: number) => (n === 1 ? '1 persoon' : `${n} mensen`);

function useToewijzen(rijen: readonly WerkvoorraadRij[], sluit: () => void) {
  const lijst = useLijst();
  return useMutation<Toegewezen, Problem, { id: string | null; naam: string }>({
    mutationFn: ({ id }) => stuurToewijzing(rijen, id),
    onSuccess: (antwoord, { naam }) => {
      if (antwoord.gelukt.length > 0) {
        const ongedaan = () => zetTerug(antwoord).finally(() => lijst.ververs());
        toast({
          tekst: `${hoeveel(antwoord.gelukt.length)} ${naam}.`,
          ongedaan: () => void ongedaan(),
        });
      }
      if (antwoord.mislukt.length === 0) sluit();
    },
    onSettled: () => lijst.ververs(),
  });
}

/** Wie voor al deze gemeenten klantmanager kan zijn. */
function kandidaten(alle: readonly Medewerker[], rijen: readonly WerkvoorraadRij[]): Medewerker[] {
  const codes = new Set(rijen.map((r) => r.gemeente.code));
  return alle.filter((m) => [...codes].every((code) => m.gemeenten.includes(code)));
}

type ToewijzenProps = { rijen: readonly WerkvoorraadRij[]; ik: string; onClose: () => void };

/** Toewijzen, overnemen of vrijgeven; ook van een aantal mensen tegelijk. */
export function ToewijzenDialog({ rijen, ik, onClose }: ToewijzenProps) {
  const [keuze, setKeuze] = useState(ik);
  const medewerkers = useQuery<{ items: Medewerker[] }, Problem>({
    queryKey: ['medewerkers'],
    queryFn: ({ signal }) => api.get('/v1/medewerkers', { signal }),
  });
  const toewijzen = useToewijzen(rijen, onClose);
  const passend = kandidaten(medewerkers.data?.items ?? [], rijen);
  const opties = [...passend.filter((m) => m.id === ik), ...passend.filter((m) => m.id !== ik)];
  const gekozen = opties.find((m) => m.id === keuze);
  const doe = () => {
    if (keuze === NIEMAND) toewijzen.mutate({ id: null, naam: 'niet meer toegewezen' });
    else if (gekozen) toewijzen.mutate({ id: keuze, naam: `toegewezen aan ${gekozen.naam}` });
  };
  const een = rijen.length === 1 ? rijen[0] : undefined;
  return (
    <Dialog
      open
      title={een ? `${een.naam} toewijzen` : `${hoeveel(rijen.length)} toewijzen`}
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={toewijzen.isPending}
            disabled={keuze !== NIEMAND && !gekozen}
            onClick={doe}
          >
            Toewijzen
          </Button>
          <Button onClick={onClose}>Annuleren</Button>
        </>
      }
    >
      {een?.klantmanager && <p className="m-quiet">Nu van {een.klantmanager.naam}.</p>}
      {toewijzen.isError && <ErrorState error={toewijzen.error} />}
      {toewijzen.data && toewijzen.data.mislukt.length > 0 && (
        <Alert tone="warning" title="Niet iedereen kon worden toegewezen." live>
          <ul>
            {toewijzen.data.mislukt.map((m) => (
              <li key={m.dossierId}>{m.tekst}</li>
            ))}
          </ul>
        </Alert>
      )}
      {medewerkers.isError && <ErrorState error={medewerkers.error} />}
      {medewerkers.isPending && <Skeleton lines={4} />}
      {medewerkers.data && (
        <RadioGroup
          label="Wie wordt klantmanager?"
          value={keuze}
          onChange={setKeuze}
          options={[
            ...opties.map((m) => ({
              value: m.id,
              label: m.id === ik ? `${m.naam} (uzelf)` : m.naam,
              hint: `${m.organisatie} · begeleidt ${hoeveel(m.aantalMensen)}`,
            })),
            { value: NIEMAND, label: 'Niemand', hint: 'Komt bij Niet toegewezen te staan' },
          ]}
        />
      )}
    </Dialog>
  );
}

/** Heft uitstel op, ook als 'ongedaan maken'. */
export function useUitstelOpheffen() {
  const lijst = useLijst();
  return useMutation<unknown, Problem, string>({
    mutationFn: (dossierId) => api.delete(`/v1/dossiers/${dossierId}/uitstel`),
    onSettled: () => lijst.ververs(),
    onError: (fout) => toast({ tekst: fout.detail || fout.title }),
  });
}

/** Uitstellen tot een dag, met reden; nooit voorbij de laatste dag. */
export function UitstelDialog({ rij, onClose }: { rij: WerkvoorraadRij; onClose: () => void }) {
  const [tot, setTot] = useState('');
  const [reden, setReden] = useState('');
  const lijst = useLijst();
  const opheffen = useUitstelOpheffen();
  const uitstellen = useMutation<unknown, Problem>({
    mutationFn: () => api.post(`/v1/dossiers/${rij.dossierId}/uitstel`, { tot, reden }),
    onSuccess: () => {
      lijst.zonder(new Set([rij.dossierId]));
      toast({
        tekst: `${rij.voorstel.titel} uitgesteld tot ${formatDate(tot, 'datum')}.`,
        ongedaan: () => opheffen.mutate(rij.dossierId),
      });
      onClose();
    },
    onSettled: () => lijst.ververs(),
  });
  const { error } = uitstellen;
  const teLaat =
    rij.dagen !== null && rij.dagen <= 0
      ? 'De laatste dag is er al: uitstellen zou de termijn verbergen. Doe het vandaag, of wijs het toe.'
      : undefined;
  const uiterlijk = rij.laatsteDag && `De laatste dag is ${formatDate(rij.laatsteDag)}.`;
  return (
    <Dialog
      open
      title={`${rij.voorstel.titel} uitstellen`}
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={uitstellen.isPending}
            disabled={!tot || reden.trim().length < 3}
            reason={teLaat}
            onClick={() => uitstellen.mutate()}
          >
            Uitstellen
          </Button>
          <Button onClick={onClose}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack m-stack--tight">
        <p>
          {rij.naam} staat op die dag weer in uw lijst, of eerder als er iets anders nodig is.
          {uiterlijk && ` ${uiterlijk}`}
        </p>
        {error && error.status !== 400 && (
          <Alert tone="refusal" title={error.detail} live>
            <Redenen redenen={error.redenen} />
          </Alert>
        )}
        <DateField
          label="Weer tonen op"
          value={tot}
          onChange={setTot}
          error={error?.status === 400 ? error.voorVeld('tot') : undefined}
        />
        <TextArea
          label="Waarom kan dit later?"
          hint="Collega’s zien dit. Schrijf niets over gezondheid."
          value={reden}
          onChange={setReden}
          error={error?.voorVeld('reden')}
        />
      </div>
    </Dialog>
  );
}
