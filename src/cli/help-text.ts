import { sharedSettings } from "../inputs/schema/settings.ts";
import { providerNames } from "../providers/index.ts";
import { helpText } from "./help.ts";

// The build replaces this module with its values: a bundle prints them without loading the schema.

export const showreelHelp = helpText(sharedSettings(providerNames));
