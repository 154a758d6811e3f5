import type { Catalogue } from '../catalogue/catalogue.ts';
import type { House } from '../house.ts';
import type { Identity } from '../identity/identity.ts';
import type { Registry } from '../registry/registry.ts';
import { type DspContext, type DspTimings, defaultTimings } from './context.ts';
import type { Dsp, EndParameters, StepParameters, Verdict } from './dsp.ts';
import * as read from './operate/readProcesses.ts';
import { requestCatalog, requestDataset } from './operate/requestCatalog.ts';
import { startNegotiation } from './operate/startNegotiation.ts';
import { startTransfer } from './operate/startTransfer.ts';
import { takeStep, terminate } from './operate/takeStep.ts';
import { openEndpoints } from './outbox/findEndpoint.ts';
import { runOutbox } from './outbox/runOutbox.ts';
import { negotiationKind, toStep } from './process/negotiationKind.ts';
import { toTransferStep, transferKind } from './process/transferKind.ts';
import { scriptedCatalogue } from './profile/scriptedCatalogue.ts';
import { scriptedHooks } from './profile/scriptedHooks.ts';
import { findScript, negotiationScripts, transferScripts } from './profile/scripts.ts';
import { triggerRoutes } from './profile/triggerRoutes.ts';
import { dspRoutes } from './routes/dspRoutes.ts';
import { toNegotiation, toTransfer } from './store/rows.ts';

/** What the control plane stands on. */
export interface OpenDspParameters {
  house: House;
  identity: Identity;
  registry: Registry;
  audit: DspContext['audit'];
  catalogue: Pick<Catalogue, 'catalogFor' | 'datasetFor' | 'offerOf'>;
  timings?: Partial<DspTimings>;
  /** Datasets of a page of a catalog; 100 by default. */
  catalogPage?: number;
}

/** Opens the control plane over its tables. The other parts add their hooks with `use` before it runs. */
export function openDsp({ timings = {}, catalogPage = 100, ...parts }: OpenDspParameters): Dsp {
  const scripted = parts.house.settings.testProfile;
  const context: DspContext = {
    ...parts,
    catalogue: scripted ? scriptedCatalogue(parts) : parts.catalogue,
    catalogPage,
    hooks: scripted ? [scriptedHooks] : [],
    timings: { ...defaultTimings, ...timings },
    knownOffer: (dataset) => scripted && findScript(negotiationScripts, dataset) !== undefined,
    knownAgreement: (id) => (scripted && findScript(transferScripts, id) ? { dataset: id } : null),
  };
  const findEndpoint = openEndpoints(context);
  const negotiate = async (parameters: StepParameters, verdict: Verdict) => {
    const kind = negotiationKind;
    // Known before the transaction begins: reading the keys takes a connection of its own.
    if (verdict.do === 'agree') await parts.identity.ensure(parameters.participant);
    return toNegotiation(await takeStep(context, { kind, parameters, toNext: (row) => toStep(context, row, verdict) }));
  };
  const transfer = async (parameters: StepParameters, verdict: Parameters<typeof toTransferStep>[0]) =>
    toTransfer(await takeStep(context, { kind: transferKind, parameters, toNext: () => toTransferStep(verdict) }));
  const endingOf = ({ code, reason }: EndParameters) => ({ code, reason });

  return {
    use: (hooks) => void context.hooks.push(hooks),
    startNegotiation: (parameters) => startNegotiation(context, parameters),
    request: ({ policy, extension = {}, ...p }) => negotiate(p, { do: 'request', policy, extension }),
    offer: ({ policy, extension = {}, ...p }) => negotiate(p, { do: 'offer', policy, extension }),
    accept: (p) => negotiate(p, { do: 'accept' }),
    agree: ({ policy, ...p }) => negotiate(p, { do: 'agree', ...(policy ? { policy } : {}) }),
    verify: (p) => negotiate(p, { do: 'verify' }),
    finalize: (p) => negotiate(p, { do: 'finalize' }),
    async terminateNegotiation(parameters) {
      const kind = negotiationKind;
      return toNegotiation(await terminate(context, { kind, parameters, ending: endingOf(parameters) }));
    },
    async retireAgreement(tx, participant, agreementId) {
      await tx`
        UPDATE exchange.negotiations SET retired_at = coalesce(retired_at, ${context.house.now()})
        WHERE participant = ${participant} AND agreement_id = ${agreementId}`;
    },
    readNegotiation: (participant, id) => read.readNegotiation(context, participant, id),
    readByAgreement: (participant, agreementId) => read.readByAgreement(context, participant, agreementId),
    listNegotiations: (parameters) => read.listNegotiations(context, parameters),
    startTransfer: (parameters) => startTransfer(context, parameters),
    begin: ({ dataAddress, ...p }) => transfer(p, { do: 'begin', ...(dataAddress ? { dataAddress } : {}) }),
    suspend: (p) => transfer(p, { do: 'suspend', ...endingOf(p) }),
    resume: (p) => transfer(p, { do: 'begin' }),
    complete: (p) => transfer(p, { do: 'complete' }),
    async terminateTransfer(parameters) {
      const kind = transferKind;
      return toTransfer(await terminate(context, { kind, parameters, ending: endingOf(parameters) }));
    },
    readTransfer: (participant, id) => read.readTransfer(context, participant, id),
    listTransfers: (parameters) => read.listTransfers(context, parameters),
    requestCatalog: (parameters) => requestCatalog(context, findEndpoint, parameters),
    requestDataset: (parameters) => requestDataset(context, findEndpoint, parameters),
    readMessages: (participant, process) => read.readMessages(context, participant, process),
    routes: async (app) => {
      await app.register(dspRoutes(context));
      if (scripted) await app.register(triggerRoutes(context));
    },
    run: (signal) => runOutbox(context, signal),
  };
}
