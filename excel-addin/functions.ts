import { customFunctionsHost } from "./functions/customFunctionsHost.ts";
import { registerFunctions } from "./functions/registerFunctions.ts";

// A script of its own: formulas work even where the pane cannot be shown.
registerFunctions(customFunctionsHost);
