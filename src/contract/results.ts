/** Inputs and outputs of the operations on results, ideas, the chain and the report: light, as the table itself. */
import type { Based, Page, PageInput } from './operations';
import type { ItemAudience, Participation } from '../model/agenda-types';
import type {
  Chain,
  ChainKind,
  Choice,
  Figures,
  IdeaStatus,
  IdeaView,
  KeptReport,
  Measurement,
  PeriodReport,
  ResultContent,
  ResultStatus,
  ResultView,
} from '../model/result-types';
import type { Day, Id } from '../model/types';

/** Which results: of a status, a driver; only drafts, or only what is published. */
export interface ResultFilter {
  status?: ResultStatus;
  driver?: Id;
  only?: 'drafts' | 'published';
}

export interface ResultInput extends ResultContent, Based {
  id: Id;
}

/** A value on a day, of the measure of this result; `version` is the result's. */
export interface MeasurementInput extends Omit<Measurement, 'id'>, Based {
  resultId: Id;
  id: Id;
}

export interface IdeaInput extends Based {
  id: Id;
  text: string;
  driverIds: Id[];
  audience: ItemAudience;
  /** Of a new idea: what it began with. */
  experienceId?: Id;
}

/** Between these days, both included. */
export interface Period {
  from: Day;
  until: Day;
}

export interface KeptReportInput extends Period, Based {
  id: Id;
  introduction: string;
  choices: Choice[];
  audience: ItemAudience;
}

export interface ResultOperations {
  listResults: { input: PageInput & ResultFilter; output: Page<ResultView> };
  getResult: { input: { id: Id }; output: ResultView };
  saveResult: { input: ResultInput; output: ResultView };
  eraseResult: { input: { id: Id } & Based; output: { id: Id } };
  publishResult: { input: { id: Id; reason: string } & Based; output: ResultView };
  saveMeasurement: { input: MeasurementInput; output: ResultView };
  /** Answers with the result, as it is without it. */
  eraseMeasurement: { input: { resultId: Id; id: Id } & Based; output: ResultView };
  getFigures: { input: Record<never, never>; output: Figures };
  listIdeas: { input: PageInput & { status?: IdeaStatus }; output: Page<IdeaView> };
  saveIdea: { input: IdeaInput; output: IdeaView };
  eraseIdea: { input: { id: Id } & Based; output: { id: Id } };
  joinIdea: { input: { id: Id; as: Participation | 'none' }; output: IdeaView };
  /** `agendaItemId` is that of the item it becomes. */
  adoptIdea: { input: { id: Id; agendaItemId: Id; title: string } & Based; output: IdeaView };
  declineIdea: { input: { id: Id; reason: string } & Based; output: IdeaView };
  getChain: { input: { kind: ChainKind; id: Id }; output: Chain };
  getReport: { input: Period & { kept?: Id }; output: PeriodReport };
  listKeptReports: { input: PageInput; output: Page<KeptReport> };
  getKeptReport: { input: { id: Id }; output: KeptReport };
  saveKeptReport: { input: KeptReportInput; output: KeptReport };
}
