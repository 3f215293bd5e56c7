import { callCore } from "./callFunction.ts";
import { describePublishedAnswers } from "./publishedAnswers.ts";

describePublishedAnswers(callCore);
