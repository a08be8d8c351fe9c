/* eslint-disable */ // Made from the schemas.

/**
 * Words to find the module by.
 */
export type Tags = string[]
/**
 * Links that the entity page shows.
 */
export type Links = {
url: string
title?: string
icon?: string
type?: string
}[]
/**
 * Ports that the module listens on.
 */
export type Ports = {
/**
 * Name of the port, unique in the module.
 */
name: string
port: number
protocol?: ("TCP" | "UDP" | "SCTP")
/**
 * Port of the container, by number or name; the port itself when absent.
 */
targetPort?: (number | string)
}[]

/**
 * What each file of the language holds, as it is written.
 */
export interface Language {
module: Orchestr8Module
overlay: OverlayOfAnOrchestr8Module
template: Orchestr8ModuleTemplate
}
/**
 * The specification of one deployable module: o8-module.yaml.
 */
export interface Orchestr8Module {
/**
 * Version of the language.
 */
apiVersion: "orchestr8.io/v1"
/**
 * What the file describes.
 */
kind: "Module"
metadata: Metadata
spec: Spec
}
/**
 * Who the module is.
 */
export interface Metadata {
/**
 * Name of the module: a DNS label of at most 53 characters.
 */
name: string
/**
 * Namespace in the catalog; modules live in the default one.
 */
namespace?: "default"
/**
 * Version of the module (Semantic Versioning 2), quoted.
 */
version: string
/**
 * Name for people.
 */
title?: string
/**
 * One or two sentences: what the module is for.
 */
description?: string
tags?: Tags
labels?: Texts
annotations?: Texts
links?: Links
}
/**
 * Keys and values, both text.
 */
export interface Texts {
[k: string]: string
}
/**
 * What the module is and needs.
 */
export interface Spec {
/**
 * The owner: a catalog group by name, or as entity reference of kind Group.
 */
team: string
/**
 * The accountable person: e-mail address or reference of a catalog user.
 */
owner?: string
/**
 * Kind of software; becomes the type of the Component.
 */
category?: string
/**
 * Catalog system that the module is part of.
 */
system?: string
/**
 * Lifecycle in the catalog, such as experimental, production or deprecated.
 */
lifecycle?: string
/**
 * Modules that this module needs.
 */
dependencies?: (string | {
/**
 * Name of a module.
 */
name: string
/**
 * Range of node-semver that the deployed version must be in.
 */
version?: string
/**
 * Namespace where the dependency runs; its own when absent.
 */
namespace?: string
/**
 * An absent or unsuitable optional dependency is a warning.
 */
optional?: boolean
})[]
security?: Security
/**
 * What the module needs to exist as Secrets.
 */
secrets?: {
/**
 * Name of a Kubernetes object.
 */
name: string
/**
 * Keys of the Secret.
 * 
 * @minItems 1
 */
keys?: string[]
/**
 * Entry of the store that the whole Secret is taken from.
 */
from?: string
/**
 * Name of the secret store; the environment's own when absent.
 */
store?: string
}[]
resources?: Resources
/**
 * What the module listens on, and how it is reached.
 */
networking?: {
ports?: Ports
ingress?: Ingress
}
monitoring?: Monitoring
}
/**
 * How strictly the module is confined.
 */
export interface Security {
/**
 * Pod Security Standard that the namespace enforces.
 */
podSecurityStandard?: ("privileged" | "baseline" | "restricted")
/**
 * Denies all traffic that is not declared.
 */
networkIsolation?: boolean
/**
 * Where Secrets come from.
 */
secretsManager?: ("none" | "external-secrets" | "sealed-secrets")
}
/**
 * Compute resources of each pod of the module.
 */
export interface Resources {
requests?: Quantities
limits?: Quantities
}
export interface Quantities {
/**
 * Cores, such as 100m or 2.
 */
cpu?: (string | number)
/**
 * Bytes, such as 256Mi or 1Gi.
 */
memory?: (string | number)
}
/**
 * How the module is reached from outside the cluster.
 */
export interface Ingress {
enabled?: boolean
/**
 * Host name; required when enabled.
 */
host?: string
path?: string
/**
 * Name of a Kubernetes object.
 */
className?: string
tls?: {
enabled?: boolean
/**
 * Name of a Kubernetes object.
 */
secretName?: string
}
}
/**
 * How the module is watched.
 */
export interface Monitoring {
/**
 * Whether and where the module serves Prometheus metrics.
 */
metrics?: (boolean | {
enabled?: boolean
port?: (number | string)
path?: string
})
/**
 * Checks of each pod: a path, or a probe object of Kubernetes.
 */
healthChecks?: {
liveness?: (string | {
httpGet?: {
path?: string
port?: (number | string)
scheme?: ("HTTP" | "HTTPS")
host?: string
httpHeaders?: {
name: string
value: string
}[]
}
tcpSocket?: {
port?: (number | string)
host?: string
}
grpc?: {
port: number
service?: string
}
exec?: {
/**
 * @minItems 1
 */
command: string[]
}
initialDelaySeconds?: number
periodSeconds?: number
timeoutSeconds?: number
successThreshold?: number
failureThreshold?: number
terminationGracePeriodSeconds?: number
})
readiness?: (string | {
httpGet?: {
path?: string
port?: (number | string)
scheme?: ("HTTP" | "HTTPS")
host?: string
httpHeaders?: {
name: string
value: string
}[]
}
tcpSocket?: {
port?: (number | string)
host?: string
}
grpc?: {
port: number
service?: string
}
exec?: {
/**
 * @minItems 1
 */
command: string[]
}
initialDelaySeconds?: number
periodSeconds?: number
timeoutSeconds?: number
successThreshold?: number
failureThreshold?: number
terminationGracePeriodSeconds?: number
})
startup?: (string | {
httpGet?: {
path?: string
port?: (number | string)
scheme?: ("HTTP" | "HTTPS")
host?: string
httpHeaders?: {
name: string
value: string
}[]
}
tcpSocket?: {
port?: (number | string)
host?: string
}
grpc?: {
port: number
service?: string
}
exec?: {
/**
 * @minItems 1
 */
command: string[]
}
initialDelaySeconds?: number
periodSeconds?: number
timeoutSeconds?: number
successThreshold?: number
failureThreshold?: number
terminationGracePeriodSeconds?: number
})
}
/**
 * When to tell somebody.
 */
alerts?: {
name: string
/**
 * <signal> <operator> <number><unit>, such as error_rate > 5% or p95_latency > 500ms.
 */
condition?: string
/**
 * PromQL; bound to the namespace of the module.
 */
expr?: string
/**
 * Objective for the requests of the module, watched by two rules about how fast its error budget is spent (14.4 times too fast over 1h and 5m, 6 times over 6h and 30m, for a period of 30 days): <percentage>% over <period>, such as 99.9% over 30d, of requests that do not fail; or <percentage>% within <time> over <period>, such as 99% within 300ms over 30d, of requests answered in that time, which must be a bucket of the histogram. The percentage is at least 94, the period from 7d to 90d.
 */
slo?: string
/**
 * Default warning; for an objective critical, where the slow burn is at most a warning.
 */
severity?: ("info" | "warning" | "critical")
/**
 * How long the condition must hold; for an objective 0s when absent.
 */
for?: string
description?: string
runbook?: string
}[]
}
/**
 * What differs in one environment: environments/<environment>.yaml. Keys that are not listed here go to the chart untouched.
 */
export interface OverlayOfAnOrchestr8Module {
/**
 * Pods of the module.
 */
replicaCount?: number
/**
 * Image of the chart.
 */
image?: (string | {
registry?: string
repository?: string
tag?: string
digest?: string
pullPolicy?: ("Always" | "IfNotPresent" | "Never")
[k: string]: unknown
})
resources?: Resources
/**
 * Laid over spec.networking.ingress; further keys go to the chart.
 */
ingress?: {
enabled?: boolean
/**
 * Host name; required when enabled.
 */
host?: string
path?: string
/**
 * Name of a Kubernetes object.
 */
className?: string
/**
 * As in the module; a list goes to the chart.
 */
tls?: ({
enabled?: boolean
/**
 * Name of a Kubernetes object.
 */
secretName?: string
} | unknown[])
[k: string]: unknown
}
/**
 * Laid over spec.networking; ports are matched by name.
 */
networking?: {
ports?: {
/**
 * Name of the port, unique in the module.
 */
name: string
port?: number
protocol?: ("TCP" | "UDP" | "SCTP")
targetPort?: (number | string)
}[]
ingress?: Ingress
}
monitoring?: Monitoring
security?: Security
/**
 * Modules that this module needs.
 */
dependencies?: (string | {
/**
 * Name of a module.
 */
name: string
/**
 * Range of node-semver that the deployed version must be in.
 */
version?: string
/**
 * Namespace where the dependency runs; its own when absent.
 */
namespace?: string
/**
 * An absent or unsuitable optional dependency is a warning.
 */
optional?: boolean
})[]
[k: string]: unknown
}
/**
 * What new modules are made from: the o8-module.yaml of a template.
 */
export interface Orchestr8ModuleTemplate {
apiVersion: "orchestr8.io/v1"
kind: "ModuleTemplate"
metadata: {
/**
 * Name of the module: a DNS label of at most 53 characters.
 */
name: string
/**
 * Namespace in the catalog; modules live in the default one.
 */
namespace?: "default"
/**
 * Name for people.
 */
title?: string
/**
 * What modules of this template are for.
 */
description?: string
tags?: Tags
labels?: Texts
annotations?: Texts
links?: Links
}
spec: {
/**
 * Type of the template in the catalog.
 */
type?: string
/**
 * Who keeps the template: reference of a group or user.
 */
owner?: string
/**
 * What is asked of the person who makes a module.
 */
variables?: {
name: string
title?: string
description?: string
type?: ("string" | "boolean" | "integer" | "number" | "enum")
/**
 * What a variable of type enum can be.
 * 
 * @minItems 1
 */
values?: string[]
default?: (string | boolean | number)
required?: boolean
/**
 * Regular expression that the whole text must match.
 */
pattern?: string
/**
 * The value is not shown and not stored with the task.
 */
secret?: boolean
}[]
/**
 * What is written into the new module.
 * 
 * @minItems 1
 */
files: {
/**
 * File of the template; a folder ends with /.
 */
source: string
/**
 * Path in the new module; a folder ends with /.
 */
target: string
/**
 * Variable or expression; the file is written when it is true.
 */
when?: string
}[]
}
}
