export { AlertsCard } from './components/AlertsCard/AlertsCard';
export { DependenciesCard } from './components/DependenciesCard/DependenciesCard';
export { DeploymentsCard } from './components/DeploymentsCard/DeploymentsCard';
export { DeploymentsContent } from './components/DeploymentsContent/DeploymentsContent';
export { EnvironmentsCard } from './components/EnvironmentsCard/EnvironmentsCard';
export { LogsCard } from './components/LogsCard/LogsCard';
export { ModulesPage } from './components/ModulesPage/ModulesPage';
export { ProblemsCard } from './components/ProblemsCard/ProblemsCard';
