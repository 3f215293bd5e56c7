import { callCore } from "./callFunction.ts";
import { describeOwnCases } from "./ownCases.ts";

describeOwnCases(callCore);
