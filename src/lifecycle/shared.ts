/** What other rooms of the library need of lifecycle and users do not. It is in no subpath. */
export {
  type ContractStanding,
  type ContractTerm,
  contractStandings,
  contractTerm,
} from "./stages/contract-standing.js";
