/* eslint-disable */ // Made from the schemas.
// @ts-nocheck
import ucs2length from 'ajv/dist/runtime/ucs2length';

export const moduleShape = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://orchestr8.io/schema/v1/o8-module.schema.json","title":"Orchestr8 module","description":"The specification of one deployable module: o8-module.yaml.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"description":"Version of the language.","type":"string","const":"orchestr8.io/v1","x-problem":"O8107"},"kind":{"description":"What the file describes.","type":"string","const":"Module","x-problem":"O8107"},"metadata":{"$ref":"#/definitions/metadata"},"spec":{"$ref":"#/definitions/spec"}},"definitions":{"metadata":{"description":"Who the module is.","type":"object","additionalProperties":false,"required":["name","version"],"properties":{"name":{"description":"Name of the module: a DNS label of at most 53 characters.","type":"string","pattern":"^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$","patternErrorMessage":"a DNS label of at most 53 characters: lower-case letters, digits and `-`, with a letter or digit at both ends","examples":["my-service"],"x-problem":"O8112"},"namespace":{"description":"Namespace in the catalog; modules live in the default one.","type":"string","const":"default"},"version":{"description":"Version of the module (Semantic Versioning 2), quoted.","type":"string","pattern":"^(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)(?:-(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$","patternErrorMessage":"a version of the form MAJOR.MINOR.PATCH (Semantic Versioning 2)","examples":["1.0.0"],"maxLength":128,"x-problem":"O8111"},"title":{"description":"Name for people.","type":"string","minLength":1},"description":{"description":"One or two sentences: what the module is for.","type":"string","minLength":1},"tags":{"description":"Words to find the module by.","type":"array","items":{"type":"string","pattern":"^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$","patternErrorMessage":"a tag: lower-case letters, digits, `:`, `+` and `#`, joined by single `-`","examples":["java"],"maxLength":63}},"labels":{"$ref":"#/definitions/texts"},"annotations":{"$ref":"#/definitions/texts"},"links":{"description":"Links that the entity page shows.","type":"array","items":{"type":"object","additionalProperties":false,"required":["url"],"properties":{"url":{"type":"string","pattern":"^[a-zA-Z][-a-zA-Z0-9+.]*:.+$","patternErrorMessage":"a URL","examples":["https://example.com/docs"]},"title":{"type":"string","minLength":1},"icon":{"type":"string","minLength":1},"type":{"type":"string","minLength":1}}}}}},"spec":{"description":"What the module is and needs.","type":"object","additionalProperties":false,"required":["team"],"properties":{"team":{"description":"The owner: a catalog group by name, or as entity reference of kind Group.","type":"string","pattern":"^(?:[gG]roup:)?(?:[a-zA-Z0-9][-a-zA-Z0-9_.]{0,62}/)?[a-zA-Z0-9](?:[-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?$","patternErrorMessage":"the name of a catalog group or a reference such as `group:default/platform-team`","examples":["platform-team"]},"owner":{"description":"The accountable person: e-mail address or reference of a catalog user.","type":"string","pattern":"^(?:[^\\s@]+@[^\\s@]+|(?:[uU]ser:)?(?:[a-zA-Z0-9][-a-zA-Z0-9_.]{0,62}/)?[a-zA-Z0-9](?:[-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?)$","patternErrorMessage":"an e-mail address or a reference such as `user:default/jane`","examples":["jane@example.com"]},"category":{"description":"Kind of software; becomes the type of the Component.","type":"string","pattern":"^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$","patternErrorMessage":"a DNS label, such as `backend-service`, `frontend`, `job`, `database` or `library`","examples":["backend-service","frontend","job","database","library"]},"system":{"description":"Catalog system that the module is part of.","type":"string","minLength":1},"lifecycle":{"description":"Lifecycle in the catalog, such as experimental, production or deprecated.","type":"string","minLength":1},"dependencies":{"$ref":"#/definitions/dependencies"},"security":{"$ref":"#/definitions/security"},"secrets":{"description":"What the module needs to exist as Secrets.","type":"array","items":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/definitions/objectName"},"keys":{"description":"Keys of the Secret.","type":"array","minItems":1,"items":{"type":"string","pattern":"^[-._a-zA-Z0-9]+$","patternErrorMessage":"a key of a Secret: letters, digits, `-`, `_` and `.`","examples":["password"]}},"from":{"description":"Entry of the store that the whole Secret is taken from.","type":"string","minLength":1},"store":{"description":"Name of the secret store; the environment's own when absent.","type":"string","minLength":1}}}},"resources":{"$ref":"#/definitions/resources"},"networking":{"description":"What the module listens on, and how it is reached.","type":"object","additionalProperties":false,"properties":{"ports":{"$ref":"#/definitions/ports"},"ingress":{"$ref":"#/definitions/ingress"}}},"monitoring":{"$ref":"#/definitions/monitoring"}}},"dependencies":{"description":"Modules that this module needs.","type":"array","items":{"anyOf":[{"$ref":"#/definitions/moduleName"},{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/definitions/moduleName"},"version":{"description":"Range of node-semver that the deployed version must be in.","type":"string","minLength":1},"namespace":{"description":"Namespace where the dependency runs; its own when absent.","type":"string","pattern":"^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$","patternErrorMessage":"a DNS label of at most 63 characters","examples":["redis"]},"optional":{"description":"An absent or unsuitable optional dependency is a warning.","type":"boolean","default":false}}}]}},"security":{"description":"How strictly the module is confined.","type":"object","additionalProperties":false,"properties":{"podSecurityStandard":{"description":"Pod Security Standard that the namespace enforces.","type":"string","enum":["privileged","baseline","restricted"],"default":"restricted"},"networkIsolation":{"description":"Denies all traffic that is not declared.","type":"boolean","default":true},"secretsManager":{"description":"Where Secrets come from.","type":"string","enum":["none","external-secrets","sealed-secrets"],"default":"none"}}},"resources":{"description":"Compute resources of each pod of the module.","type":"object","additionalProperties":false,"properties":{"requests":{"$ref":"#/definitions/quantities"},"limits":{"$ref":"#/definitions/quantities"}}},"quantities":{"type":"object","additionalProperties":false,"properties":{"cpu":{"description":"Cores, such as 100m or 2.","type":["string","number"]},"memory":{"description":"Bytes, such as 256Mi or 1Gi.","type":["string","number"]}}},"ports":{"description":"Ports that the module listens on.","type":"array","items":{"type":"object","additionalProperties":false,"required":["name","port"],"properties":{"name":{"$ref":"#/definitions/portName"},"port":{"$ref":"#/definitions/portNumber"},"protocol":{"type":"string","enum":["TCP","UDP","SCTP"],"default":"TCP"},"targetPort":{"description":"Port of the container, by number or name; the port itself when absent.","$ref":"#/definitions/portReference"}}}},"ingress":{"description":"How the module is reached from outside the cluster.","type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean","default":false},"host":{"description":"Host name; required when enabled.","type":"string","pattern":"^(?:\\*\\.)?[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$","patternErrorMessage":"a host name in lower case, without scheme, port or path","examples":["my-service.example.com"]},"path":{"type":"string","pattern":"^/","patternErrorMessage":"a path that starts with `/`","examples":["/"]},"className":{"$ref":"#/definitions/objectName"},"tls":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean","default":false},"secretName":{"$ref":"#/definitions/objectName"}}}}},"monitoring":{"description":"How the module is watched.","type":"object","additionalProperties":false,"properties":{"metrics":{"description":"Whether and where the module serves Prometheus metrics.","anyOf":[{"type":"boolean"},{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean","default":true},"port":{"$ref":"#/definitions/portReference"},"path":{"type":"string","pattern":"^/","patternErrorMessage":"a path that starts with `/`","examples":["/"],"default":"/metrics"}}}]},"healthChecks":{"description":"Checks of each pod: a path, or a probe object of Kubernetes.","type":"object","additionalProperties":false,"properties":{"liveness":{"$ref":"#/definitions/healthCheck"},"readiness":{"$ref":"#/definitions/healthCheck"},"startup":{"$ref":"#/definitions/healthCheck"}}},"alerts":{"description":"When to tell somebody.","type":"array","items":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-zA-Z][-a-zA-Z0-9_]{0,62}$","patternErrorMessage":"the name of an alert: a letter, then letters, digits, `-` and `_`, at most 63","examples":["HighErrorRate"]},"condition":{"description":"<signal> <operator> <number><unit>, such as error_rate > 5% or p95_latency > 500ms.","type":"string","minLength":1},"expr":{"description":"PromQL; bound to the namespace of the module.","type":"string","minLength":1},"slo":{"description":"Objective for the requests of the module, watched by two rules about how fast its error budget is spent (14.4 times too fast over 1h and 5m, 6 times over 6h and 30m, for a period of 30 days): <percentage>% over <period>, such as 99.9% over 30d, of requests that do not fail; or <percentage>% within <time> over <period>, such as 99% within 300ms over 30d, of requests answered in that time, which must be a bucket of the histogram. The percentage is at least 94, the period from 7d to 90d.","type":"string","minLength":1,"examples":["99.9% over 30d","99% within 300ms over 30d"]},"severity":{"description":"Default warning; for an objective critical, where the slow burn is at most a warning.","type":"string","enum":["info","warning","critical"],"default":"warning"},"for":{"description":"How long the condition must hold; for an objective 0s when absent.","type":"string","pattern":"^(?=.)(?:[0-9]+y)?(?:[0-9]+w)?(?:[0-9]+d)?(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?(?:[0-9]+ms)?$","patternErrorMessage":"a duration of Prometheus, such as `30s`, `5m` or `1h30m`","examples":["5m"],"default":"5m"},"description":{"type":"string","minLength":1},"runbook":{"type":"string","minLength":1}}}}}},"healthCheck":{"anyOf":[{"type":"string","pattern":"^/","patternErrorMessage":"a path that starts with `/`","examples":["/"]},{"type":"object","additionalProperties":false,"properties":{"httpGet":{"type":"object","additionalProperties":false,"properties":{"path":{"type":"string"},"port":{"$ref":"#/definitions/portReference"},"scheme":{"type":"string","enum":["HTTP","HTTPS"]},"host":{"type":"string"},"httpHeaders":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","value"],"properties":{"name":{"type":"string"},"value":{"type":"string"}}}}}},"tcpSocket":{"type":"object","additionalProperties":false,"properties":{"port":{"$ref":"#/definitions/portReference"},"host":{"type":"string"}}},"grpc":{"type":"object","additionalProperties":false,"required":["port"],"properties":{"port":{"$ref":"#/definitions/portNumber"},"service":{"type":"string"}}},"exec":{"type":"object","additionalProperties":false,"required":["command"],"properties":{"command":{"type":"array","minItems":1,"items":{"type":"string"}}}},"initialDelaySeconds":{"type":"integer","minimum":0},"periodSeconds":{"type":"integer","minimum":1},"timeoutSeconds":{"type":"integer","minimum":1},"successThreshold":{"type":"integer","minimum":1},"failureThreshold":{"type":"integer","minimum":1},"terminationGracePeriodSeconds":{"type":"integer","minimum":1}}}]},"texts":{"description":"Keys and values, both text.","type":"object","additionalProperties":{"type":"string"}},"moduleName":{"description":"Name of a module.","type":"string","pattern":"^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$","patternErrorMessage":"the name of a module: lower-case letters, digits and `-`, at most 53","examples":["postgresql"],"x-problem":"O8112"},"objectName":{"description":"Name of a Kubernetes object.","type":"string","pattern":"^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$","patternErrorMessage":"the name of a Kubernetes object: lower-case letters, digits, `-` and `.`","examples":["my-service"]},"portName":{"description":"Name of the port, unique in the module.","type":"string","pattern":"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$","patternErrorMessage":"the name of a port: at most 15 lower-case letters, digits and single `-`, with at least one letter","examples":["http"]},"portNumber":{"type":"integer","minimum":1,"maximum":65535},"portReference":{"type":["integer","string"],"minimum":1,"maximum":65535,"pattern":"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$","patternErrorMessage":"the number or name of a port","examples":["http"]}}};
const schema12 = {"description":"Who the module is.","type":"object","additionalProperties":false,"required":["name","version"],"properties":{"name":{"description":"Name of the module: a DNS label of at most 53 characters.","type":"string","pattern":"^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$","patternErrorMessage":"a DNS label of at most 53 characters: lower-case letters, digits and `-`, with a letter or digit at both ends","examples":["my-service"],"x-problem":"O8112"},"namespace":{"description":"Namespace in the catalog; modules live in the default one.","type":"string","const":"default"},"version":{"description":"Version of the module (Semantic Versioning 2), quoted.","type":"string","pattern":"^(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)(?:-(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$","patternErrorMessage":"a version of the form MAJOR.MINOR.PATCH (Semantic Versioning 2)","examples":["1.0.0"],"maxLength":128,"x-problem":"O8111"},"title":{"description":"Name for people.","type":"string","minLength":1},"description":{"description":"One or two sentences: what the module is for.","type":"string","minLength":1},"tags":{"description":"Words to find the module by.","type":"array","items":{"type":"string","pattern":"^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$","patternErrorMessage":"a tag: lower-case letters, digits, `:`, `+` and `#`, joined by single `-`","examples":["java"],"maxLength":63}},"labels":{"$ref":"#/definitions/texts"},"annotations":{"$ref":"#/definitions/texts"},"links":{"description":"Links that the entity page shows.","type":"array","items":{"type":"object","additionalProperties":false,"required":["url"],"properties":{"url":{"type":"string","pattern":"^[a-zA-Z][-a-zA-Z0-9+.]*:.+$","patternErrorMessage":"a URL","examples":["https://example.com/docs"]},"title":{"type":"string","minLength":1},"icon":{"type":"string","minLength":1},"type":{"type":"string","minLength":1}}}}}};
const schema13 = {"description":"Keys and values, both text.","type":"object","additionalProperties":{"type":"string"}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = ucs2length;
const pattern0 = new RegExp("^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$", "u");
const pattern1 = new RegExp("^(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)(?:-(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$", "u");
const pattern2 = new RegExp("^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$", "u");
const pattern3 = new RegExp("^[a-zA-Z][-a-zA-Z0-9+.]*:.+$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.version === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$",parentSchema:schema12.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema12.properties.name.type,parentSchema:schema12.properties.name,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.namespace !== undefined){
let data1 = data.namespace;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema12.properties.namespace.type,parentSchema:schema12.properties.namespace,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("default" !== data1){
const err6 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/const",keyword:"const",params:{allowedValue: "default"},schema:"default",parentSchema:schema12.properties.namespace,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.version !== undefined){
let data2 = data.version;
if(typeof data2 === "string"){
if(func3(data2) > 128){
const err7 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/maxLength",keyword:"maxLength",params:{limit: 128},schema:128,parentSchema:schema12.properties.version,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern1.test(data2)){
const err8 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/pattern",keyword:"pattern",params:{pattern: "^(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)(?:-(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$"},schema:"^(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)(?:-(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$",parentSchema:schema12.properties.version,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},schema:schema12.properties.version.type,parentSchema:schema12.properties.version,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.title !== undefined){
let data3 = data.title;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err10 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema12.properties.title,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},schema:schema12.properties.title.type,parentSchema:schema12.properties.title,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.description !== undefined){
let data4 = data.description;
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err12 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema12.properties.description,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},schema:schema12.properties.description.type,parentSchema:schema12.properties.description,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.tags !== undefined){
let data5 = data.tags;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func3(data6) > 63){
const err14 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/properties/tags/items/maxLength",keyword:"maxLength",params:{limit: 63},schema:63,parentSchema:schema12.properties.tags.items,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern2.test(data6)){
const err15 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/properties/tags/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$"},schema:"^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$",parentSchema:schema12.properties.tags.items,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type: "string"},schema:schema12.properties.tags.items.type,parentSchema:schema12.properties.tags.items,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "array"},schema:schema12.properties.tags.type,parentSchema:schema12.properties.tags,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.labels !== undefined){
let data7 = data.labels;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key1 in data7){
let data8 = data7[key1];
if(typeof data8 !== "string"){
const err18 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/texts/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema13.additionalProperties.type,parentSchema:schema13.additionalProperties,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/texts/type",keyword:"type",params:{type: "object"},schema:schema13.type,parentSchema:schema13,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.annotations !== undefined){
let data9 = data.annotations;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
let data10 = data9[key2];
if(typeof data10 !== "string"){
const err20 = {instancePath:instancePath+"/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/texts/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema13.additionalProperties.type,parentSchema:schema13.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/annotations",schemaPath:"#/definitions/texts/type",keyword:"type",params:{type: "object"},schema:schema13.type,parentSchema:schema13,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.links !== undefined){
let data11 = data.links;
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.url === undefined){
const err22 = {instancePath:instancePath+"/links/" + i1,schemaPath:"#/properties/links/items/required",keyword:"required",params:{missingProperty: "url"},schema:schema12.properties.links.items.required,parentSchema:schema12.properties.links.items,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key3 in data12){
if(!((((key3 === "url") || (key3 === "title")) || (key3 === "icon")) || (key3 === "type"))){
const err23 = {instancePath:instancePath+"/links/" + i1,schemaPath:"#/properties/links/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema12.properties.links.items,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data12.url !== undefined){
let data13 = data12.url;
if(typeof data13 === "string"){
if(!pattern3.test(data13)){
const err24 = {instancePath:instancePath+"/links/" + i1+"/url",schemaPath:"#/properties/links/items/properties/url/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][-a-zA-Z0-9+.]*:.+$"},schema:"^[a-zA-Z][-a-zA-Z0-9+.]*:.+$",parentSchema:schema12.properties.links.items.properties.url,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/links/" + i1+"/url",schemaPath:"#/properties/links/items/properties/url/type",keyword:"type",params:{type: "string"},schema:schema12.properties.links.items.properties.url.type,parentSchema:schema12.properties.links.items.properties.url,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data12.title !== undefined){
let data14 = data12.title;
if(typeof data14 === "string"){
if(func3(data14) < 1){
const err26 = {instancePath:instancePath+"/links/" + i1+"/title",schemaPath:"#/properties/links/items/properties/title/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema12.properties.links.items.properties.title,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/links/" + i1+"/title",schemaPath:"#/properties/links/items/properties/title/type",keyword:"type",params:{type: "string"},schema:schema12.properties.links.items.properties.title.type,parentSchema:schema12.properties.links.items.properties.title,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data12.icon !== undefined){
let data15 = data12.icon;
if(typeof data15 === "string"){
if(func3(data15) < 1){
const err28 = {instancePath:instancePath+"/links/" + i1+"/icon",schemaPath:"#/properties/links/items/properties/icon/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema12.properties.links.items.properties.icon,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/links/" + i1+"/icon",schemaPath:"#/properties/links/items/properties/icon/type",keyword:"type",params:{type: "string"},schema:schema12.properties.links.items.properties.icon.type,parentSchema:schema12.properties.links.items.properties.icon,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data12.type !== undefined){
let data16 = data12.type;
if(typeof data16 === "string"){
if(func3(data16) < 1){
const err30 = {instancePath:instancePath+"/links/" + i1+"/type",schemaPath:"#/properties/links/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema12.properties.links.items.properties.type,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/links/" + i1+"/type",schemaPath:"#/properties/links/items/properties/type/type",keyword:"type",params:{type: "string"},schema:schema12.properties.links.items.properties.type.type,parentSchema:schema12.properties.links.items.properties.type,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/links/" + i1,schemaPath:"#/properties/links/items/type",keyword:"type",params:{type: "object"},schema:schema12.properties.links.items.type,parentSchema:schema12.properties.links.items,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/links",schemaPath:"#/properties/links/type",keyword:"type",params:{type: "array"},schema:schema12.properties.links.type,parentSchema:schema12.properties.links,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema15 = {"description":"What the module is and needs.","type":"object","additionalProperties":false,"required":["team"],"properties":{"team":{"description":"The owner: a catalog group by name, or as entity reference of kind Group.","type":"string","pattern":"^(?:[gG]roup:)?(?:[a-zA-Z0-9][-a-zA-Z0-9_.]{0,62}/)?[a-zA-Z0-9](?:[-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?$","patternErrorMessage":"the name of a catalog group or a reference such as `group:default/platform-team`","examples":["platform-team"]},"owner":{"description":"The accountable person: e-mail address or reference of a catalog user.","type":"string","pattern":"^(?:[^\\s@]+@[^\\s@]+|(?:[uU]ser:)?(?:[a-zA-Z0-9][-a-zA-Z0-9_.]{0,62}/)?[a-zA-Z0-9](?:[-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?)$","patternErrorMessage":"an e-mail address or a reference such as `user:default/jane`","examples":["jane@example.com"]},"category":{"description":"Kind of software; becomes the type of the Component.","type":"string","pattern":"^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$","patternErrorMessage":"a DNS label, such as `backend-service`, `frontend`, `job`, `database` or `library`","examples":["backend-service","frontend","job","database","library"]},"system":{"description":"Catalog system that the module is part of.","type":"string","minLength":1},"lifecycle":{"description":"Lifecycle in the catalog, such as experimental, production or deprecated.","type":"string","minLength":1},"dependencies":{"$ref":"#/definitions/dependencies"},"security":{"$ref":"#/definitions/security"},"secrets":{"description":"What the module needs to exist as Secrets.","type":"array","items":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/definitions/objectName"},"keys":{"description":"Keys of the Secret.","type":"array","minItems":1,"items":{"type":"string","pattern":"^[-._a-zA-Z0-9]+$","patternErrorMessage":"a key of a Secret: letters, digits, `-`, `_` and `.`","examples":["password"]}},"from":{"description":"Entry of the store that the whole Secret is taken from.","type":"string","minLength":1},"store":{"description":"Name of the secret store; the environment's own when absent.","type":"string","minLength":1}}}},"resources":{"$ref":"#/definitions/resources"},"networking":{"description":"What the module listens on, and how it is reached.","type":"object","additionalProperties":false,"properties":{"ports":{"$ref":"#/definitions/ports"},"ingress":{"$ref":"#/definitions/ingress"}}},"monitoring":{"$ref":"#/definitions/monitoring"}}};
const schema19 = {"description":"How strictly the module is confined.","type":"object","additionalProperties":false,"properties":{"podSecurityStandard":{"description":"Pod Security Standard that the namespace enforces.","type":"string","enum":["privileged","baseline","restricted"],"default":"restricted"},"networkIsolation":{"description":"Denies all traffic that is not declared.","type":"boolean","default":true},"secretsManager":{"description":"Where Secrets come from.","type":"string","enum":["none","external-secrets","sealed-secrets"],"default":"none"}}};
const schema20 = {"description":"Name of a Kubernetes object.","type":"string","pattern":"^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$","patternErrorMessage":"the name of a Kubernetes object: lower-case letters, digits, `-` and `.`","examples":["my-service"]};
const pattern4 = new RegExp("^(?:[gG]roup:)?(?:[a-zA-Z0-9][-a-zA-Z0-9_.]{0,62}/)?[a-zA-Z0-9](?:[-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?$", "u");
const pattern5 = new RegExp("^(?:[^\\s@]+@[^\\s@]+|(?:[uU]ser:)?(?:[a-zA-Z0-9][-a-zA-Z0-9_.]{0,62}/)?[a-zA-Z0-9](?:[-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?)$", "u");
const pattern6 = new RegExp("^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$", "u");
const pattern10 = new RegExp("^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$", "u");
const pattern11 = new RegExp("^[-._a-zA-Z0-9]+$", "u");
const schema16 = {"description":"Modules that this module needs.","type":"array","items":{"anyOf":[{"$ref":"#/definitions/moduleName"},{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/definitions/moduleName"},"version":{"description":"Range of node-semver that the deployed version must be in.","type":"string","minLength":1},"namespace":{"description":"Namespace where the dependency runs; its own when absent.","type":"string","pattern":"^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$","patternErrorMessage":"a DNS label of at most 63 characters","examples":["redis"]},"optional":{"description":"An absent or unsuitable optional dependency is a warning.","type":"boolean","default":false}}}]}};
const schema17 = {"description":"Name of a module.","type":"string","pattern":"^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$","patternErrorMessage":"the name of a module: lower-case letters, digits and `-`, at most 53","examples":["postgresql"],"x-problem":"O8112"};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs2 = errors;
let valid2 = false;
const _errs3 = errors;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/moduleName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$",parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/moduleName/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs6 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.name === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/required",keyword:"required",params:{missingProperty: "name"},schema:schema16.items.anyOf[1].required,parentSchema:schema16.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data0){
if(!((((key0 === "name") || (key0 === "version")) || (key0 === "namespace")) || (key0 === "optional"))){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema16.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.name !== undefined){
let data1 = data0.name;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err4 = {instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/definitions/moduleName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$",parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/definitions/moduleName/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.version !== undefined){
let data2 = data0.version;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err6 = {instancePath:instancePath+"/" + i0+"/version",schemaPath:"#/items/anyOf/1/properties/version/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema16.items.anyOf[1].properties.version,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/" + i0+"/version",schemaPath:"#/items/anyOf/1/properties/version/type",keyword:"type",params:{type: "string"},schema:schema16.items.anyOf[1].properties.version.type,parentSchema:schema16.items.anyOf[1].properties.version,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.namespace !== undefined){
let data3 = data0.namespace;
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err8 = {instancePath:instancePath+"/" + i0+"/namespace",schemaPath:"#/items/anyOf/1/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema16.items.anyOf[1].properties.namespace,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/" + i0+"/namespace",schemaPath:"#/items/anyOf/1/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema16.items.anyOf[1].properties.namespace.type,parentSchema:schema16.items.anyOf[1].properties.namespace,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.optional !== undefined){
let data4 = data0.optional;
if(typeof data4 !== "boolean"){
const err10 = {instancePath:instancePath+"/" + i0+"/optional",schemaPath:"#/items/anyOf/1/properties/optional/type",keyword:"type",params:{type: "boolean"},schema:schema16.items.anyOf[1].properties.optional.type,parentSchema:schema16.items.anyOf[1].properties.optional,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema16.items.anyOf[1].type,parentSchema:schema16.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err12 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf",keyword:"anyOf",params:{},schema:schema16.items.anyOf,parentSchema:schema16.items,data:data0};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

const schema21 = {"description":"Compute resources of each pod of the module.","type":"object","additionalProperties":false,"properties":{"requests":{"$ref":"#/definitions/quantities"},"limits":{"$ref":"#/definitions/quantities"}}};
const schema22 = {"type":"object","additionalProperties":false,"properties":{"cpu":{"description":"Cores, such as 100m or 2.","type":["string","number"]},"memory":{"description":"Bytes, such as 256Mi or 1Gi.","type":["string","number"]}}};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "requests") || (key0 === "limits"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.requests !== undefined){
let data0 = data.requests;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!((key1 === "cpu") || (key1 === "memory"))){
const err1 = {instancePath:instancePath+"/requests",schemaPath:"#/definitions/quantities/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema22,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.cpu !== undefined){
let data1 = data0.cpu;
if((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))){
const err2 = {instancePath:instancePath+"/requests/cpu",schemaPath:"#/definitions/quantities/properties/cpu/type",keyword:"type",params:{type: schema22.properties.cpu.type},schema:schema22.properties.cpu.type,parentSchema:schema22.properties.cpu,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.memory !== undefined){
let data2 = data0.memory;
if((typeof data2 !== "string") && (!((typeof data2 == "number") && (isFinite(data2))))){
const err3 = {instancePath:instancePath+"/requests/memory",schemaPath:"#/definitions/quantities/properties/memory/type",keyword:"type",params:{type: schema22.properties.memory.type},schema:schema22.properties.memory.type,parentSchema:schema22.properties.memory,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/requests",schemaPath:"#/definitions/quantities/type",keyword:"type",params:{type: "object"},schema:schema22.type,parentSchema:schema22,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.limits !== undefined){
let data3 = data.limits;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key2 in data3){
if(!((key2 === "cpu") || (key2 === "memory"))){
const err5 = {instancePath:instancePath+"/limits",schemaPath:"#/definitions/quantities/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema22,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data3.cpu !== undefined){
let data4 = data3.cpu;
if((typeof data4 !== "string") && (!((typeof data4 == "number") && (isFinite(data4))))){
const err6 = {instancePath:instancePath+"/limits/cpu",schemaPath:"#/definitions/quantities/properties/cpu/type",keyword:"type",params:{type: schema22.properties.cpu.type},schema:schema22.properties.cpu.type,parentSchema:schema22.properties.cpu,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.memory !== undefined){
let data5 = data3.memory;
if((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))){
const err7 = {instancePath:instancePath+"/limits/memory",schemaPath:"#/definitions/quantities/properties/memory/type",keyword:"type",params:{type: schema22.properties.memory.type},schema:schema22.properties.memory.type,parentSchema:schema22.properties.memory,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/limits",schemaPath:"#/definitions/quantities/type",keyword:"type",params:{type: "object"},schema:schema22.type,parentSchema:schema22,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}

const schema24 = {"description":"Ports that the module listens on.","type":"array","items":{"type":"object","additionalProperties":false,"required":["name","port"],"properties":{"name":{"$ref":"#/definitions/portName"},"port":{"$ref":"#/definitions/portNumber"},"protocol":{"type":"string","enum":["TCP","UDP","SCTP"],"default":"TCP"},"targetPort":{"description":"Port of the container, by number or name; the port itself when absent.","$ref":"#/definitions/portReference"}}}};
const schema25 = {"description":"Name of the port, unique in the module.","type":"string","pattern":"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$","patternErrorMessage":"the name of a port: at most 15 lower-case letters, digits and single `-`, with at least one letter","examples":["http"]};
const schema26 = {"type":"integer","minimum":1,"maximum":65535};
const schema27 = {"type":["integer","string"],"minimum":1,"maximum":65535,"pattern":"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$","patternErrorMessage":"the number or name of a port","examples":["http"]};
const pattern12 = new RegExp("^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$", "u");

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.name === undefined){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "name"},schema:schema24.items.required,parentSchema:schema24.items,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.port === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "port"},schema:schema24.items.required,parentSchema:schema24.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data0){
if(!((((key0 === "name") || (key0 === "port")) || (key0 === "protocol")) || (key0 === "targetPort"))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema24.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.name !== undefined){
let data1 = data0.name;
if(typeof data1 === "string"){
if(!pattern12.test(data1)){
const err3 = {instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/definitions/portName/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$"},schema:"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$",parentSchema:schema25,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/definitions/portName/type",keyword:"type",params:{type: "string"},schema:schema25.type,parentSchema:schema25,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.port !== undefined){
let data2 = data0.port;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/" + i0+"/port",schemaPath:"#/definitions/portNumber/type",keyword:"type",params:{type: "integer"},schema:schema26.type,parentSchema:schema26,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/" + i0+"/port",schemaPath:"#/definitions/portNumber/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},schema:65535,parentSchema:schema26,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/" + i0+"/port",schemaPath:"#/definitions/portNumber/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema26,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data0.protocol !== undefined){
let data3 = data0.protocol;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/" + i0+"/protocol",schemaPath:"#/items/properties/protocol/type",keyword:"type",params:{type: "string"},schema:schema24.items.properties.protocol.type,parentSchema:schema24.items.properties.protocol,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!(((data3 === "TCP") || (data3 === "UDP")) || (data3 === "SCTP"))){
const err9 = {instancePath:instancePath+"/" + i0+"/protocol",schemaPath:"#/items/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema24.items.properties.protocol.enum},schema:schema24.items.properties.protocol.enum,parentSchema:schema24.items.properties.protocol,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.targetPort !== undefined){
let data4 = data0.targetPort;
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (typeof data4 !== "string")){
const err10 = {instancePath:instancePath+"/" + i0+"/targetPort",schemaPath:"#/definitions/portReference/type",keyword:"type",params:{type: schema27.type},schema:schema27.type,parentSchema:schema27,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 65535 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/" + i0+"/targetPort",schemaPath:"#/definitions/portReference/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},schema:65535,parentSchema:schema27,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/" + i0+"/targetPort",schemaPath:"#/definitions/portReference/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema27,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(typeof data4 === "string"){
if(!pattern12.test(data4)){
const err13 = {instancePath:instancePath+"/" + i0+"/targetPort",schemaPath:"#/definitions/portReference/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$"},schema:"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$",parentSchema:schema27,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
else {
const err14 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},schema:schema24.items.type,parentSchema:schema24.items,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate18.errors = vErrors;
return errors === 0;
}

const schema28 = {"description":"How the module is reached from outside the cluster.","type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean","default":false},"host":{"description":"Host name; required when enabled.","type":"string","pattern":"^(?:\\*\\.)?[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$","patternErrorMessage":"a host name in lower case, without scheme, port or path","examples":["my-service.example.com"]},"path":{"type":"string","pattern":"^/","patternErrorMessage":"a path that starts with `/`","examples":["/"]},"className":{"$ref":"#/definitions/objectName"},"tls":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean","default":false},"secretName":{"$ref":"#/definitions/objectName"}}}}};
const pattern14 = new RegExp("^(?:\\*\\.)?[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$", "u");
const pattern15 = new RegExp("^/", "u");

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "enabled") || (key0 === "host")) || (key0 === "path")) || (key0 === "className")) || (key0 === "tls"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.enabled !== undefined){
let data0 = data.enabled;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "boolean"},schema:schema28.properties.enabled.type,parentSchema:schema28.properties.enabled,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.host !== undefined){
let data1 = data.host;
if(typeof data1 === "string"){
if(!pattern14.test(data1)){
const err2 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/pattern",keyword:"pattern",params:{pattern: "^(?:\\*\\.)?[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$"},schema:"^(?:\\*\\.)?[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$",parentSchema:schema28.properties.host,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "string"},schema:schema28.properties.host.type,parentSchema:schema28.properties.host,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.path !== undefined){
let data2 = data.path;
if(typeof data2 === "string"){
if(!pattern15.test(data2)){
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^/"},schema:"^/",parentSchema:schema28.properties.path,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},schema:schema28.properties.path.type,parentSchema:schema28.properties.path,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.className !== undefined){
let data3 = data.className;
if(typeof data3 === "string"){
if(!pattern10.test(data3)){
const err6 = {instancePath:instancePath+"/className",schemaPath:"#/definitions/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$",parentSchema:schema20,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/className",schemaPath:"#/definitions/objectName/type",keyword:"type",params:{type: "string"},schema:schema20.type,parentSchema:schema20,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.tls !== undefined){
let data4 = data.tls;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!((key1 === "enabled") || (key1 === "secretName"))){
const err8 = {instancePath:instancePath+"/tls",schemaPath:"#/properties/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema28.properties.tls,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data4.enabled !== undefined){
let data5 = data4.enabled;
if(typeof data5 !== "boolean"){
const err9 = {instancePath:instancePath+"/tls/enabled",schemaPath:"#/properties/tls/properties/enabled/type",keyword:"type",params:{type: "boolean"},schema:schema28.properties.tls.properties.enabled.type,parentSchema:schema28.properties.tls.properties.enabled,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.secretName !== undefined){
let data6 = data4.secretName;
if(typeof data6 === "string"){
if(!pattern10.test(data6)){
const err10 = {instancePath:instancePath+"/tls/secretName",schemaPath:"#/definitions/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$",parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/tls/secretName",schemaPath:"#/definitions/objectName/type",keyword:"type",params:{type: "string"},schema:schema20.type,parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/tls",schemaPath:"#/properties/tls/type",keyword:"type",params:{type: "object"},schema:schema28.properties.tls.type,parentSchema:schema28.properties.tls,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}

const schema31 = {"description":"How the module is watched.","type":"object","additionalProperties":false,"properties":{"metrics":{"description":"Whether and where the module serves Prometheus metrics.","anyOf":[{"type":"boolean"},{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean","default":true},"port":{"$ref":"#/definitions/portReference"},"path":{"type":"string","pattern":"^/","patternErrorMessage":"a path that starts with `/`","examples":["/"],"default":"/metrics"}}}]},"healthChecks":{"description":"Checks of each pod: a path, or a probe object of Kubernetes.","type":"object","additionalProperties":false,"properties":{"liveness":{"$ref":"#/definitions/healthCheck"},"readiness":{"$ref":"#/definitions/healthCheck"},"startup":{"$ref":"#/definitions/healthCheck"}}},"alerts":{"description":"When to tell somebody.","type":"array","items":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-zA-Z][-a-zA-Z0-9_]{0,62}$","patternErrorMessage":"the name of an alert: a letter, then letters, digits, `-` and `_`, at most 63","examples":["HighErrorRate"]},"condition":{"description":"<signal> <operator> <number><unit>, such as error_rate > 5% or p95_latency > 500ms.","type":"string","minLength":1},"expr":{"description":"PromQL; bound to the namespace of the module.","type":"string","minLength":1},"slo":{"description":"Objective for the requests of the module, watched by two rules about how fast its error budget is spent (14.4 times too fast over 1h and 5m, 6 times over 6h and 30m, for a period of 30 days): <percentage>% over <period>, such as 99.9% over 30d, of requests that do not fail; or <percentage>% within <time> over <period>, such as 99% within 300ms over 30d, of requests answered in that time, which must be a bucket of the histogram. The percentage is at least 94, the period from 7d to 90d.","type":"string","minLength":1,"examples":["99.9% over 30d","99% within 300ms over 30d"]},"severity":{"description":"Default warning; for an objective critical, where the slow burn is at most a warning.","type":"string","enum":["info","warning","critical"],"default":"warning"},"for":{"description":"How long the condition must hold; for an objective 0s when absent.","type":"string","pattern":"^(?=.)(?:[0-9]+y)?(?:[0-9]+w)?(?:[0-9]+d)?(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?(?:[0-9]+ms)?$","patternErrorMessage":"a duration of Prometheus, such as `30s`, `5m` or `1h30m`","examples":["5m"],"default":"5m"},"description":{"type":"string","minLength":1},"runbook":{"type":"string","minLength":1}}}}}};
const pattern23 = new RegExp("^[a-zA-Z][-a-zA-Z0-9_]{0,62}$", "u");
const pattern24 = new RegExp("^(?=.)(?:[0-9]+y)?(?:[0-9]+w)?(?:[0-9]+d)?(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?(?:[0-9]+ms)?$", "u");
const schema33 = {"anyOf":[{"type":"string","pattern":"^/","patternErrorMessage":"a path that starts with `/`","examples":["/"]},{"type":"object","additionalProperties":false,"properties":{"httpGet":{"type":"object","additionalProperties":false,"properties":{"path":{"type":"string"},"port":{"$ref":"#/definitions/portReference"},"scheme":{"type":"string","enum":["HTTP","HTTPS"]},"host":{"type":"string"},"httpHeaders":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","value"],"properties":{"name":{"type":"string"},"value":{"type":"string"}}}}}},"tcpSocket":{"type":"object","additionalProperties":false,"properties":{"port":{"$ref":"#/definitions/portReference"},"host":{"type":"string"}}},"grpc":{"type":"object","additionalProperties":false,"required":["port"],"properties":{"port":{"$ref":"#/definitions/portNumber"},"service":{"type":"string"}}},"exec":{"type":"object","additionalProperties":false,"required":["command"],"properties":{"command":{"type":"array","minItems":1,"items":{"type":"string"}}}},"initialDelaySeconds":{"type":"integer","minimum":0},"periodSeconds":{"type":"integer","minimum":1},"timeoutSeconds":{"type":"integer","minimum":1},"successThreshold":{"type":"integer","minimum":1},"failureThreshold":{"type":"integer","minimum":1},"terminationGracePeriodSeconds":{"type":"integer","minimum":1}}}]};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data === "string"){
if(!pattern15.test(data)){
const err0 = {instancePath,schemaPath:"#/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^/"},schema:"^/",parentSchema:schema33.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[0].type,parentSchema:schema33.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema33.anyOf[1].properties, key0))){
const err2 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema33.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.httpGet !== undefined){
let data0 = data.httpGet;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(((((key1 === "path") || (key1 === "port")) || (key1 === "scheme")) || (key1 === "host")) || (key1 === "httpHeaders"))){
const err3 = {instancePath:instancePath+"/httpGet",schemaPath:"#/anyOf/1/properties/httpGet/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema33.anyOf[1].properties.httpGet,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.path !== undefined){
let data1 = data0.path;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/httpGet/path",schemaPath:"#/anyOf/1/properties/httpGet/properties/path/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.httpGet.properties.path.type,parentSchema:schema33.anyOf[1].properties.httpGet.properties.path,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.port !== undefined){
let data2 = data0.port;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (typeof data2 !== "string")){
const err5 = {instancePath:instancePath+"/httpGet/port",schemaPath:"#/definitions/portReference/type",keyword:"type",params:{type: schema27.type},schema:schema27.type,parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/httpGet/port",schemaPath:"#/definitions/portReference/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},schema:65535,parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/httpGet/port",schemaPath:"#/definitions/portReference/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(typeof data2 === "string"){
if(!pattern12.test(data2)){
const err8 = {instancePath:instancePath+"/httpGet/port",schemaPath:"#/definitions/portReference/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$"},schema:"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$",parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data0.scheme !== undefined){
let data3 = data0.scheme;
if(typeof data3 !== "string"){
const err9 = {instancePath:instancePath+"/httpGet/scheme",schemaPath:"#/anyOf/1/properties/httpGet/properties/scheme/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.httpGet.properties.scheme.type,parentSchema:schema33.anyOf[1].properties.httpGet.properties.scheme,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!((data3 === "HTTP") || (data3 === "HTTPS"))){
const err10 = {instancePath:instancePath+"/httpGet/scheme",schemaPath:"#/anyOf/1/properties/httpGet/properties/scheme/enum",keyword:"enum",params:{allowedValues: schema33.anyOf[1].properties.httpGet.properties.scheme.enum},schema:schema33.anyOf[1].properties.httpGet.properties.scheme.enum,parentSchema:schema33.anyOf[1].properties.httpGet.properties.scheme,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data0.host !== undefined){
let data4 = data0.host;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/httpGet/host",schemaPath:"#/anyOf/1/properties/httpGet/properties/host/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.httpGet.properties.host.type,parentSchema:schema33.anyOf[1].properties.httpGet.properties.host,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.httpHeaders !== undefined){
let data5 = data0.httpHeaders;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.name === undefined){
const err12 = {instancePath:instancePath+"/httpGet/httpHeaders/" + i0,schemaPath:"#/anyOf/1/properties/httpGet/properties/httpHeaders/items/required",keyword:"required",params:{missingProperty: "name"},schema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.items.required,parentSchema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.items,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data6.value === undefined){
const err13 = {instancePath:instancePath+"/httpGet/httpHeaders/" + i0,schemaPath:"#/anyOf/1/properties/httpGet/properties/httpHeaders/items/required",keyword:"required",params:{missingProperty: "value"},schema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.items.required,parentSchema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.items,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key2 in data6){
if(!((key2 === "name") || (key2 === "value"))){
const err14 = {instancePath:instancePath+"/httpGet/httpHeaders/" + i0,schemaPath:"#/anyOf/1/properties/httpGet/properties/httpHeaders/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.items,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data6.name !== undefined){
let data7 = data6.name;
if(typeof data7 !== "string"){
const err15 = {instancePath:instancePath+"/httpGet/httpHeaders/" + i0+"/name",schemaPath:"#/anyOf/1/properties/httpGet/properties/httpHeaders/items/properties/name/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.items.properties.name.type,parentSchema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.items.properties.name,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.value !== undefined){
let data8 = data6.value;
if(typeof data8 !== "string"){
const err16 = {instancePath:instancePath+"/httpGet/httpHeaders/" + i0+"/value",schemaPath:"#/anyOf/1/properties/httpGet/properties/httpHeaders/items/properties/value/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.items.properties.value.type,parentSchema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.items.properties.value,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/httpGet/httpHeaders/" + i0,schemaPath:"#/anyOf/1/properties/httpGet/properties/httpHeaders/items/type",keyword:"type",params:{type: "object"},schema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.items.type,parentSchema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.items,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/httpGet/httpHeaders",schemaPath:"#/anyOf/1/properties/httpGet/properties/httpHeaders/type",keyword:"type",params:{type: "array"},schema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders.type,parentSchema:schema33.anyOf[1].properties.httpGet.properties.httpHeaders,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/httpGet",schemaPath:"#/anyOf/1/properties/httpGet/type",keyword:"type",params:{type: "object"},schema:schema33.anyOf[1].properties.httpGet.type,parentSchema:schema33.anyOf[1].properties.httpGet,data:data0};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.tcpSocket !== undefined){
let data9 = data.tcpSocket;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key3 in data9){
if(!((key3 === "port") || (key3 === "host"))){
const err20 = {instancePath:instancePath+"/tcpSocket",schemaPath:"#/anyOf/1/properties/tcpSocket/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema33.anyOf[1].properties.tcpSocket,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data9.port !== undefined){
let data10 = data9.port;
if((!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))) && (typeof data10 !== "string")){
const err21 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"#/definitions/portReference/type",keyword:"type",params:{type: schema27.type},schema:schema27.type,parentSchema:schema27,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 65535 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"#/definitions/portReference/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},schema:65535,parentSchema:schema27,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data10 < 1 || isNaN(data10)){
const err23 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"#/definitions/portReference/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema27,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(typeof data10 === "string"){
if(!pattern12.test(data10)){
const err24 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"#/definitions/portReference/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$"},schema:"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$",parentSchema:schema27,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data9.host !== undefined){
let data11 = data9.host;
if(typeof data11 !== "string"){
const err25 = {instancePath:instancePath+"/tcpSocket/host",schemaPath:"#/anyOf/1/properties/tcpSocket/properties/host/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.tcpSocket.properties.host.type,parentSchema:schema33.anyOf[1].properties.tcpSocket.properties.host,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/tcpSocket",schemaPath:"#/anyOf/1/properties/tcpSocket/type",keyword:"type",params:{type: "object"},schema:schema33.anyOf[1].properties.tcpSocket.type,parentSchema:schema33.anyOf[1].properties.tcpSocket,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.grpc !== undefined){
let data12 = data.grpc;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.port === undefined){
const err27 = {instancePath:instancePath+"/grpc",schemaPath:"#/anyOf/1/properties/grpc/required",keyword:"required",params:{missingProperty: "port"},schema:schema33.anyOf[1].properties.grpc.required,parentSchema:schema33.anyOf[1].properties.grpc,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key4 in data12){
if(!((key4 === "port") || (key4 === "service"))){
const err28 = {instancePath:instancePath+"/grpc",schemaPath:"#/anyOf/1/properties/grpc/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema33.anyOf[1].properties.grpc,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data12.port !== undefined){
let data13 = data12.port;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err29 = {instancePath:instancePath+"/grpc/port",schemaPath:"#/definitions/portNumber/type",keyword:"type",params:{type: "integer"},schema:schema26.type,parentSchema:schema26,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 65535 || isNaN(data13)){
const err30 = {instancePath:instancePath+"/grpc/port",schemaPath:"#/definitions/portNumber/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},schema:65535,parentSchema:schema26,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data13 < 1 || isNaN(data13)){
const err31 = {instancePath:instancePath+"/grpc/port",schemaPath:"#/definitions/portNumber/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema26,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data12.service !== undefined){
let data14 = data12.service;
if(typeof data14 !== "string"){
const err32 = {instancePath:instancePath+"/grpc/service",schemaPath:"#/anyOf/1/properties/grpc/properties/service/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.grpc.properties.service.type,parentSchema:schema33.anyOf[1].properties.grpc.properties.service,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/grpc",schemaPath:"#/anyOf/1/properties/grpc/type",keyword:"type",params:{type: "object"},schema:schema33.anyOf[1].properties.grpc.type,parentSchema:schema33.anyOf[1].properties.grpc,data:data12};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.exec !== undefined){
let data15 = data.exec;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.command === undefined){
const err34 = {instancePath:instancePath+"/exec",schemaPath:"#/anyOf/1/properties/exec/required",keyword:"required",params:{missingProperty: "command"},schema:schema33.anyOf[1].properties.exec.required,parentSchema:schema33.anyOf[1].properties.exec,data:data15};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
for(const key5 in data15){
if(!(key5 === "command")){
const err35 = {instancePath:instancePath+"/exec",schemaPath:"#/anyOf/1/properties/exec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},schema:false,parentSchema:schema33.anyOf[1].properties.exec,data:data15};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data15.command !== undefined){
let data16 = data15.command;
if(Array.isArray(data16)){
if(data16.length < 1){
const err36 = {instancePath:instancePath+"/exec/command",schemaPath:"#/anyOf/1/properties/exec/properties/command/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema33.anyOf[1].properties.exec.properties.command,data:data16};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
if(typeof data17 !== "string"){
const err37 = {instancePath:instancePath+"/exec/command/" + i1,schemaPath:"#/anyOf/1/properties/exec/properties/command/items/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.exec.properties.command.items.type,parentSchema:schema33.anyOf[1].properties.exec.properties.command.items,data:data17};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/exec/command",schemaPath:"#/anyOf/1/properties/exec/properties/command/type",keyword:"type",params:{type: "array"},schema:schema33.anyOf[1].properties.exec.properties.command.type,parentSchema:schema33.anyOf[1].properties.exec.properties.command,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/exec",schemaPath:"#/anyOf/1/properties/exec/type",keyword:"type",params:{type: "object"},schema:schema33.anyOf[1].properties.exec.type,parentSchema:schema33.anyOf[1].properties.exec,data:data15};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.initialDelaySeconds !== undefined){
let data18 = data.initialDelaySeconds;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err40 = {instancePath:instancePath+"/initialDelaySeconds",schemaPath:"#/anyOf/1/properties/initialDelaySeconds/type",keyword:"type",params:{type: "integer"},schema:schema33.anyOf[1].properties.initialDelaySeconds.type,parentSchema:schema33.anyOf[1].properties.initialDelaySeconds,data:data18};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
const err41 = {instancePath:instancePath+"/initialDelaySeconds",schemaPath:"#/anyOf/1/properties/initialDelaySeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema33.anyOf[1].properties.initialDelaySeconds,data:data18};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data.periodSeconds !== undefined){
let data19 = data.periodSeconds;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err42 = {instancePath:instancePath+"/periodSeconds",schemaPath:"#/anyOf/1/properties/periodSeconds/type",keyword:"type",params:{type: "integer"},schema:schema33.anyOf[1].properties.periodSeconds.type,parentSchema:schema33.anyOf[1].properties.periodSeconds,data:data19};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 1 || isNaN(data19)){
const err43 = {instancePath:instancePath+"/periodSeconds",schemaPath:"#/anyOf/1/properties/periodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema33.anyOf[1].properties.periodSeconds,data:data19};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data.timeoutSeconds !== undefined){
let data20 = data.timeoutSeconds;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err44 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/anyOf/1/properties/timeoutSeconds/type",keyword:"type",params:{type: "integer"},schema:schema33.anyOf[1].properties.timeoutSeconds.type,parentSchema:schema33.anyOf[1].properties.timeoutSeconds,data:data20};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 1 || isNaN(data20)){
const err45 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/anyOf/1/properties/timeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema33.anyOf[1].properties.timeoutSeconds,data:data20};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
if(data.successThreshold !== undefined){
let data21 = data.successThreshold;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err46 = {instancePath:instancePath+"/successThreshold",schemaPath:"#/anyOf/1/properties/successThreshold/type",keyword:"type",params:{type: "integer"},schema:schema33.anyOf[1].properties.successThreshold.type,parentSchema:schema33.anyOf[1].properties.successThreshold,data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 1 || isNaN(data21)){
const err47 = {instancePath:instancePath+"/successThreshold",schemaPath:"#/anyOf/1/properties/successThreshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema33.anyOf[1].properties.successThreshold,data:data21};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
if(data.failureThreshold !== undefined){
let data22 = data.failureThreshold;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err48 = {instancePath:instancePath+"/failureThreshold",schemaPath:"#/anyOf/1/properties/failureThreshold/type",keyword:"type",params:{type: "integer"},schema:schema33.anyOf[1].properties.failureThreshold.type,parentSchema:schema33.anyOf[1].properties.failureThreshold,data:data22};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 1 || isNaN(data22)){
const err49 = {instancePath:instancePath+"/failureThreshold",schemaPath:"#/anyOf/1/properties/failureThreshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema33.anyOf[1].properties.failureThreshold,data:data22};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data.terminationGracePeriodSeconds !== undefined){
let data23 = data.terminationGracePeriodSeconds;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err50 = {instancePath:instancePath+"/terminationGracePeriodSeconds",schemaPath:"#/anyOf/1/properties/terminationGracePeriodSeconds/type",keyword:"type",params:{type: "integer"},schema:schema33.anyOf[1].properties.terminationGracePeriodSeconds.type,parentSchema:schema33.anyOf[1].properties.terminationGracePeriodSeconds,data:data23};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 1 || isNaN(data23)){
const err51 = {instancePath:instancePath+"/terminationGracePeriodSeconds",schemaPath:"#/anyOf/1/properties/terminationGracePeriodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema33.anyOf[1].properties.terminationGracePeriodSeconds,data:data23};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
}
else {
const err52 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema33.anyOf[1].type,parentSchema:schema33.anyOf[1],data};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err53 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema33.anyOf,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate23.errors = vErrors;
return errors === 0;
}


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "metrics") || (key0 === "healthChecks")) || (key0 === "alerts"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.metrics !== undefined){
let data0 = data.metrics;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema31.properties.metrics.anyOf[0].type,parentSchema:schema31.properties.metrics.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs6 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(((key1 === "enabled") || (key1 === "port")) || (key1 === "path"))){
const err2 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema31.properties.metrics.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.enabled !== undefined){
let data1 = data0.enabled;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/metrics/enabled",schemaPath:"#/properties/metrics/anyOf/1/properties/enabled/type",keyword:"type",params:{type: "boolean"},schema:schema31.properties.metrics.anyOf[1].properties.enabled.type,parentSchema:schema31.properties.metrics.anyOf[1].properties.enabled,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.port !== undefined){
let data2 = data0.port;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (typeof data2 !== "string")){
const err4 = {instancePath:instancePath+"/metrics/port",schemaPath:"#/definitions/portReference/type",keyword:"type",params:{type: schema27.type},schema:schema27.type,parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/metrics/port",schemaPath:"#/definitions/portReference/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},schema:65535,parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/metrics/port",schemaPath:"#/definitions/portReference/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(typeof data2 === "string"){
if(!pattern12.test(data2)){
const err7 = {instancePath:instancePath+"/metrics/port",schemaPath:"#/definitions/portReference/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$"},schema:"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$",parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data0.path !== undefined){
let data3 = data0.path;
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err8 = {instancePath:instancePath+"/metrics/path",schemaPath:"#/properties/metrics/anyOf/1/properties/path/pattern",keyword:"pattern",params:{pattern: "^/"},schema:"^/",parentSchema:schema31.properties.metrics.anyOf[1].properties.path,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/metrics/path",schemaPath:"#/properties/metrics/anyOf/1/properties/path/type",keyword:"type",params:{type: "string"},schema:schema31.properties.metrics.anyOf[1].properties.path.type,parentSchema:schema31.properties.metrics.anyOf[1].properties.path,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema31.properties.metrics.anyOf[1].type,parentSchema:schema31.properties.metrics.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err11 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/anyOf",keyword:"anyOf",params:{},schema:schema31.properties.metrics.anyOf,parentSchema:schema31.properties.metrics,data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.healthChecks !== undefined){
let data4 = data.healthChecks;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!(((key2 === "liveness") || (key2 === "readiness")) || (key2 === "startup"))){
const err12 = {instancePath:instancePath+"/healthChecks",schemaPath:"#/properties/healthChecks/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema31.properties.healthChecks,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4.liveness !== undefined){
if(!(validate23(data4.liveness, {instancePath:instancePath+"/healthChecks/liveness",parentData:data4,parentDataProperty:"liveness",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data4.readiness !== undefined){
if(!(validate23(data4.readiness, {instancePath:instancePath+"/healthChecks/readiness",parentData:data4,parentDataProperty:"readiness",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data4.startup !== undefined){
if(!(validate23(data4.startup, {instancePath:instancePath+"/healthChecks/startup",parentData:data4,parentDataProperty:"startup",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/healthChecks",schemaPath:"#/properties/healthChecks/type",keyword:"type",params:{type: "object"},schema:schema31.properties.healthChecks.type,parentSchema:schema31.properties.healthChecks,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.alerts !== undefined){
let data8 = data.alerts;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.name === undefined){
const err14 = {instancePath:instancePath+"/alerts/" + i0,schemaPath:"#/properties/alerts/items/required",keyword:"required",params:{missingProperty: "name"},schema:schema31.properties.alerts.items.required,parentSchema:schema31.properties.alerts.items,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key3 in data9){
if(!((((((((key3 === "name") || (key3 === "condition")) || (key3 === "expr")) || (key3 === "slo")) || (key3 === "severity")) || (key3 === "for")) || (key3 === "description")) || (key3 === "runbook"))){
const err15 = {instancePath:instancePath+"/alerts/" + i0,schemaPath:"#/properties/alerts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema31.properties.alerts.items,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data9.name !== undefined){
let data10 = data9.name;
if(typeof data10 === "string"){
if(!pattern23.test(data10)){
const err16 = {instancePath:instancePath+"/alerts/" + i0+"/name",schemaPath:"#/properties/alerts/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][-a-zA-Z0-9_]{0,62}$"},schema:"^[a-zA-Z][-a-zA-Z0-9_]{0,62}$",parentSchema:schema31.properties.alerts.items.properties.name,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/alerts/" + i0+"/name",schemaPath:"#/properties/alerts/items/properties/name/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.name.type,parentSchema:schema31.properties.alerts.items.properties.name,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data9.condition !== undefined){
let data11 = data9.condition;
if(typeof data11 === "string"){
if(func3(data11) < 1){
const err18 = {instancePath:instancePath+"/alerts/" + i0+"/condition",schemaPath:"#/properties/alerts/items/properties/condition/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.alerts.items.properties.condition,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/alerts/" + i0+"/condition",schemaPath:"#/properties/alerts/items/properties/condition/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.condition.type,parentSchema:schema31.properties.alerts.items.properties.condition,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data9.expr !== undefined){
let data12 = data9.expr;
if(typeof data12 === "string"){
if(func3(data12) < 1){
const err20 = {instancePath:instancePath+"/alerts/" + i0+"/expr",schemaPath:"#/properties/alerts/items/properties/expr/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.alerts.items.properties.expr,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/alerts/" + i0+"/expr",schemaPath:"#/properties/alerts/items/properties/expr/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.expr.type,parentSchema:schema31.properties.alerts.items.properties.expr,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data9.slo !== undefined){
let data13 = data9.slo;
if(typeof data13 === "string"){
if(func3(data13) < 1){
const err22 = {instancePath:instancePath+"/alerts/" + i0+"/slo",schemaPath:"#/properties/alerts/items/properties/slo/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.alerts.items.properties.slo,data:data13};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/alerts/" + i0+"/slo",schemaPath:"#/properties/alerts/items/properties/slo/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.slo.type,parentSchema:schema31.properties.alerts.items.properties.slo,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data9.severity !== undefined){
let data14 = data9.severity;
if(typeof data14 !== "string"){
const err24 = {instancePath:instancePath+"/alerts/" + i0+"/severity",schemaPath:"#/properties/alerts/items/properties/severity/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.severity.type,parentSchema:schema31.properties.alerts.items.properties.severity,data:data14};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!(((data14 === "info") || (data14 === "warning")) || (data14 === "critical"))){
const err25 = {instancePath:instancePath+"/alerts/" + i0+"/severity",schemaPath:"#/properties/alerts/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema31.properties.alerts.items.properties.severity.enum},schema:schema31.properties.alerts.items.properties.severity.enum,parentSchema:schema31.properties.alerts.items.properties.severity,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9.for !== undefined){
let data15 = data9.for;
if(typeof data15 === "string"){
if(!pattern24.test(data15)){
const err26 = {instancePath:instancePath+"/alerts/" + i0+"/for",schemaPath:"#/properties/alerts/items/properties/for/pattern",keyword:"pattern",params:{pattern: "^(?=.)(?:[0-9]+y)?(?:[0-9]+w)?(?:[0-9]+d)?(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?(?:[0-9]+ms)?$"},schema:"^(?=.)(?:[0-9]+y)?(?:[0-9]+w)?(?:[0-9]+d)?(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?(?:[0-9]+ms)?$",parentSchema:schema31.properties.alerts.items.properties.for,data:data15};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/alerts/" + i0+"/for",schemaPath:"#/properties/alerts/items/properties/for/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.for.type,parentSchema:schema31.properties.alerts.items.properties.for,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data9.description !== undefined){
let data16 = data9.description;
if(typeof data16 === "string"){
if(func3(data16) < 1){
const err28 = {instancePath:instancePath+"/alerts/" + i0+"/description",schemaPath:"#/properties/alerts/items/properties/description/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.alerts.items.properties.description,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/alerts/" + i0+"/description",schemaPath:"#/properties/alerts/items/properties/description/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.description.type,parentSchema:schema31.properties.alerts.items.properties.description,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data9.runbook !== undefined){
let data17 = data9.runbook;
if(typeof data17 === "string"){
if(func3(data17) < 1){
const err30 = {instancePath:instancePath+"/alerts/" + i0+"/runbook",schemaPath:"#/properties/alerts/items/properties/runbook/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.alerts.items.properties.runbook,data:data17};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/alerts/" + i0+"/runbook",schemaPath:"#/properties/alerts/items/properties/runbook/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.runbook.type,parentSchema:schema31.properties.alerts.items.properties.runbook,data:data17};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/alerts/" + i0,schemaPath:"#/properties/alerts/items/type",keyword:"type",params:{type: "object"},schema:schema31.properties.alerts.items.type,parentSchema:schema31.properties.alerts.items,data:data9};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/type",keyword:"type",params:{type: "array"},schema:schema31.properties.alerts.type,parentSchema:schema31.properties.alerts,data:data8};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}


function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.team === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "team"},schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema15.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.team !== undefined){
let data0 = data.team;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err2 = {instancePath:instancePath+"/team",schemaPath:"#/properties/team/pattern",keyword:"pattern",params:{pattern: "^(?:[gG]roup:)?(?:[a-zA-Z0-9][-a-zA-Z0-9_.]{0,62}/)?[a-zA-Z0-9](?:[-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?$"},schema:"^(?:[gG]roup:)?(?:[a-zA-Z0-9][-a-zA-Z0-9_.]{0,62}/)?[a-zA-Z0-9](?:[-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?$",parentSchema:schema15.properties.team,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/team",schemaPath:"#/properties/team/type",keyword:"type",params:{type: "string"},schema:schema15.properties.team.type,parentSchema:schema15.properties.team,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.owner !== undefined){
let data1 = data.owner;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
const err4 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/pattern",keyword:"pattern",params:{pattern: "^(?:[^\\s@]+@[^\\s@]+|(?:[uU]ser:)?(?:[a-zA-Z0-9][-a-zA-Z0-9_.]{0,62}/)?[a-zA-Z0-9](?:[-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?)$"},schema:"^(?:[^\\s@]+@[^\\s@]+|(?:[uU]ser:)?(?:[a-zA-Z0-9][-a-zA-Z0-9_.]{0,62}/)?[a-zA-Z0-9](?:[-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?)$",parentSchema:schema15.properties.owner,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type: "string"},schema:schema15.properties.owner.type,parentSchema:schema15.properties.owner,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.category !== undefined){
let data2 = data.category;
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err6 = {instancePath:instancePath+"/category",schemaPath:"#/properties/category/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema15.properties.category,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/category",schemaPath:"#/properties/category/type",keyword:"type",params:{type: "string"},schema:schema15.properties.category.type,parentSchema:schema15.properties.category,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.system !== undefined){
let data3 = data.system;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err8 = {instancePath:instancePath+"/system",schemaPath:"#/properties/system/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema15.properties.system,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/system",schemaPath:"#/properties/system/type",keyword:"type",params:{type: "string"},schema:schema15.properties.system.type,parentSchema:schema15.properties.system,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.lifecycle !== undefined){
let data4 = data.lifecycle;
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err10 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema15.properties.lifecycle,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/type",keyword:"type",params:{type: "string"},schema:schema15.properties.lifecycle.type,parentSchema:schema15.properties.lifecycle,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.dependencies !== undefined){
if(!(validate14(data.dependencies, {instancePath:instancePath+"/dependencies",parentData:data,parentDataProperty:"dependencies",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data.security !== undefined){
let data6 = data.security;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
if(!(((key1 === "podSecurityStandard") || (key1 === "networkIsolation")) || (key1 === "secretsManager"))){
const err12 = {instancePath:instancePath+"/security",schemaPath:"#/definitions/security/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema19,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data6.podSecurityStandard !== undefined){
let data7 = data6.podSecurityStandard;
if(typeof data7 !== "string"){
const err13 = {instancePath:instancePath+"/security/podSecurityStandard",schemaPath:"#/definitions/security/properties/podSecurityStandard/type",keyword:"type",params:{type: "string"},schema:schema19.properties.podSecurityStandard.type,parentSchema:schema19.properties.podSecurityStandard,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!(((data7 === "privileged") || (data7 === "baseline")) || (data7 === "restricted"))){
const err14 = {instancePath:instancePath+"/security/podSecurityStandard",schemaPath:"#/definitions/security/properties/podSecurityStandard/enum",keyword:"enum",params:{allowedValues: schema19.properties.podSecurityStandard.enum},schema:schema19.properties.podSecurityStandard.enum,parentSchema:schema19.properties.podSecurityStandard,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data6.networkIsolation !== undefined){
let data8 = data6.networkIsolation;
if(typeof data8 !== "boolean"){
const err15 = {instancePath:instancePath+"/security/networkIsolation",schemaPath:"#/definitions/security/properties/networkIsolation/type",keyword:"type",params:{type: "boolean"},schema:schema19.properties.networkIsolation.type,parentSchema:schema19.properties.networkIsolation,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.secretsManager !== undefined){
let data9 = data6.secretsManager;
if(typeof data9 !== "string"){
const err16 = {instancePath:instancePath+"/security/secretsManager",schemaPath:"#/definitions/security/properties/secretsManager/type",keyword:"type",params:{type: "string"},schema:schema19.properties.secretsManager.type,parentSchema:schema19.properties.secretsManager,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(((data9 === "none") || (data9 === "external-secrets")) || (data9 === "sealed-secrets"))){
const err17 = {instancePath:instancePath+"/security/secretsManager",schemaPath:"#/definitions/security/properties/secretsManager/enum",keyword:"enum",params:{allowedValues: schema19.properties.secretsManager.enum},schema:schema19.properties.secretsManager.enum,parentSchema:schema19.properties.secretsManager,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/security",schemaPath:"#/definitions/security/type",keyword:"type",params:{type: "object"},schema:schema19.type,parentSchema:schema19,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.secrets !== undefined){
let data10 = data.secrets;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.name === undefined){
const err19 = {instancePath:instancePath+"/secrets/" + i0,schemaPath:"#/properties/secrets/items/required",keyword:"required",params:{missingProperty: "name"},schema:schema15.properties.secrets.items.required,parentSchema:schema15.properties.secrets.items,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key2 in data11){
if(!((((key2 === "name") || (key2 === "keys")) || (key2 === "from")) || (key2 === "store"))){
const err20 = {instancePath:instancePath+"/secrets/" + i0,schemaPath:"#/properties/secrets/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema15.properties.secrets.items,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data11.name !== undefined){
let data12 = data11.name;
if(typeof data12 === "string"){
if(!pattern10.test(data12)){
const err21 = {instancePath:instancePath+"/secrets/" + i0+"/name",schemaPath:"#/definitions/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$",parentSchema:schema20,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/secrets/" + i0+"/name",schemaPath:"#/definitions/objectName/type",keyword:"type",params:{type: "string"},schema:schema20.type,parentSchema:schema20,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data11.keys !== undefined){
let data13 = data11.keys;
if(Array.isArray(data13)){
if(data13.length < 1){
const err23 = {instancePath:instancePath+"/secrets/" + i0+"/keys",schemaPath:"#/properties/secrets/items/properties/keys/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema15.properties.secrets.items.properties.keys,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(typeof data14 === "string"){
if(!pattern11.test(data14)){
const err24 = {instancePath:instancePath+"/secrets/" + i0+"/keys/" + i1,schemaPath:"#/properties/secrets/items/properties/keys/items/pattern",keyword:"pattern",params:{pattern: "^[-._a-zA-Z0-9]+$"},schema:"^[-._a-zA-Z0-9]+$",parentSchema:schema15.properties.secrets.items.properties.keys.items,data:data14};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/secrets/" + i0+"/keys/" + i1,schemaPath:"#/properties/secrets/items/properties/keys/items/type",keyword:"type",params:{type: "string"},schema:schema15.properties.secrets.items.properties.keys.items.type,parentSchema:schema15.properties.secrets.items.properties.keys.items,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/secrets/" + i0+"/keys",schemaPath:"#/properties/secrets/items/properties/keys/type",keyword:"type",params:{type: "array"},schema:schema15.properties.secrets.items.properties.keys.type,parentSchema:schema15.properties.secrets.items.properties.keys,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data11.from !== undefined){
let data15 = data11.from;
if(typeof data15 === "string"){
if(func3(data15) < 1){
const err27 = {instancePath:instancePath+"/secrets/" + i0+"/from",schemaPath:"#/properties/secrets/items/properties/from/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema15.properties.secrets.items.properties.from,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/secrets/" + i0+"/from",schemaPath:"#/properties/secrets/items/properties/from/type",keyword:"type",params:{type: "string"},schema:schema15.properties.secrets.items.properties.from.type,parentSchema:schema15.properties.secrets.items.properties.from,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data11.store !== undefined){
let data16 = data11.store;
if(typeof data16 === "string"){
if(func3(data16) < 1){
const err29 = {instancePath:instancePath+"/secrets/" + i0+"/store",schemaPath:"#/properties/secrets/items/properties/store/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema15.properties.secrets.items.properties.store,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/secrets/" + i0+"/store",schemaPath:"#/properties/secrets/items/properties/store/type",keyword:"type",params:{type: "string"},schema:schema15.properties.secrets.items.properties.store.type,parentSchema:schema15.properties.secrets.items.properties.store,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/secrets/" + i0,schemaPath:"#/properties/secrets/items/type",keyword:"type",params:{type: "object"},schema:schema15.properties.secrets.items.type,parentSchema:schema15.properties.secrets.items,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "array"},schema:schema15.properties.secrets.type,parentSchema:schema15.properties.secrets,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.resources !== undefined){
if(!(validate16(data.resources, {instancePath:instancePath+"/resources",parentData:data,parentDataProperty:"resources",rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
if(data.networking !== undefined){
let data18 = data.networking;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key3 in data18){
if(!((key3 === "ports") || (key3 === "ingress"))){
const err33 = {instancePath:instancePath+"/networking",schemaPath:"#/properties/networking/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema15.properties.networking,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data18.ports !== undefined){
if(!(validate18(data18.ports, {instancePath:instancePath+"/networking/ports",parentData:data18,parentDataProperty:"ports",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
if(data18.ingress !== undefined){
if(!(validate20(data18.ingress, {instancePath:instancePath+"/networking/ingress",parentData:data18,parentDataProperty:"ingress",rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
}
else {
const err34 = {instancePath:instancePath+"/networking",schemaPath:"#/properties/networking/type",keyword:"type",params:{type: "object"},schema:schema15.properties.networking.type,parentSchema:schema15.properties.networking,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.monitoring !== undefined){
if(!(validate22(data.monitoring, {instancePath:instancePath+"/monitoring",parentData:data,parentDataProperty:"monitoring",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
const err35 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://orchestr8.io/schema/v1/o8-module.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},schema:schema11.properties.apiVersion.type,parentSchema:schema11.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("orchestr8.io/v1" !== data0){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "orchestr8.io/v1"},schema:"orchestr8.io/v1",parentSchema:schema11.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},schema:schema11.properties.kind.type,parentSchema:schema11.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if("Module" !== data1){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Module"},schema:"Module",parentSchema:schema11.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate11(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
if(!(validate13(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const overlayShape = validate29;
const schema37 = {"$id":"https://orchestr8.io/schema/v1/overlay.schema.json","$schema":"http://json-schema.org/draft-07/schema#","title":"Overlay of an Orchestr8 module","description":"What differs in one environment: environments/<environment>.yaml. Keys that are not listed here go to the chart untouched.","type":"object","properties":{"replicaCount":{"description":"Pods of the module.","type":"integer","minimum":0,"maximum":10000},"image":{"description":"Image of the chart.","anyOf":[{"type":"string","minLength":1},{"type":"object","properties":{"registry":{"type":"string"},"repository":{"type":"string","minLength":1},"tag":{"type":"string"},"digest":{"type":"string"},"pullPolicy":{"type":"string","enum":["Always","IfNotPresent","Never"]}}}]},"resources":{"$ref":"o8-module.schema.json#/definitions/resources"},"ingress":{"description":"Laid over spec.networking.ingress; further keys go to the chart.","type":"object","properties":{"enabled":{"$ref":"o8-module.schema.json#/definitions/ingress/properties/enabled"},"host":{"$ref":"o8-module.schema.json#/definitions/ingress/properties/host"},"path":{"$ref":"o8-module.schema.json#/definitions/ingress/properties/path"},"className":{"$ref":"o8-module.schema.json#/definitions/ingress/properties/className"},"tls":{"description":"As in the module; a list goes to the chart.","anyOf":[{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"secretName":{"$ref":"o8-module.schema.json#/definitions/objectName"}}},{"type":"array"}]}}},"networking":{"description":"Laid over spec.networking; ports are matched by name.","type":"object","additionalProperties":false,"properties":{"ports":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"o8-module.schema.json#/definitions/portName"},"port":{"$ref":"o8-module.schema.json#/definitions/portNumber"},"protocol":{"type":"string","enum":["TCP","UDP","SCTP"]},"targetPort":{"$ref":"o8-module.schema.json#/definitions/portReference"}}}},"ingress":{"$ref":"o8-module.schema.json#/definitions/ingress"}}},"monitoring":{"$ref":"o8-module.schema.json#/definitions/monitoring"},"security":{"$ref":"o8-module.schema.json#/definitions/security"},"dependencies":{"$ref":"o8-module.schema.json#/definitions/dependencies"}}};
const schema41 = {"type":"boolean","default":false};
const schema42 = {"description":"Host name; required when enabled.","type":"string","pattern":"^(?:\\*\\.)?[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$","patternErrorMessage":"a host name in lower case, without scheme, port or path","examples":["my-service.example.com"]};
const schema43 = {"type":"string","pattern":"^/","patternErrorMessage":"a path that starts with `/`","examples":["/"]};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "requests") || (key0 === "limits"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.requests !== undefined){
let data0 = data.requests;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!((key1 === "cpu") || (key1 === "memory"))){
const err1 = {instancePath:instancePath+"/requests",schemaPath:"#/definitions/quantities/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema22,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.cpu !== undefined){
let data1 = data0.cpu;
if((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))){
const err2 = {instancePath:instancePath+"/requests/cpu",schemaPath:"#/definitions/quantities/properties/cpu/type",keyword:"type",params:{type: schema22.properties.cpu.type},schema:schema22.properties.cpu.type,parentSchema:schema22.properties.cpu,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.memory !== undefined){
let data2 = data0.memory;
if((typeof data2 !== "string") && (!((typeof data2 == "number") && (isFinite(data2))))){
const err3 = {instancePath:instancePath+"/requests/memory",schemaPath:"#/definitions/quantities/properties/memory/type",keyword:"type",params:{type: schema22.properties.memory.type},schema:schema22.properties.memory.type,parentSchema:schema22.properties.memory,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/requests",schemaPath:"#/definitions/quantities/type",keyword:"type",params:{type: "object"},schema:schema22.type,parentSchema:schema22,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.limits !== undefined){
let data3 = data.limits;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key2 in data3){
if(!((key2 === "cpu") || (key2 === "memory"))){
const err5 = {instancePath:instancePath+"/limits",schemaPath:"#/definitions/quantities/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema22,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data3.cpu !== undefined){
let data4 = data3.cpu;
if((typeof data4 !== "string") && (!((typeof data4 == "number") && (isFinite(data4))))){
const err6 = {instancePath:instancePath+"/limits/cpu",schemaPath:"#/definitions/quantities/properties/cpu/type",keyword:"type",params:{type: schema22.properties.cpu.type},schema:schema22.properties.cpu.type,parentSchema:schema22.properties.cpu,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.memory !== undefined){
let data5 = data3.memory;
if((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))){
const err7 = {instancePath:instancePath+"/limits/memory",schemaPath:"#/definitions/quantities/properties/memory/type",keyword:"type",params:{type: schema22.properties.memory.type},schema:schema22.properties.memory.type,parentSchema:schema22.properties.memory,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/limits",schemaPath:"#/definitions/quantities/type",keyword:"type",params:{type: "object"},schema:schema22.type,parentSchema:schema22,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "enabled") || (key0 === "host")) || (key0 === "path")) || (key0 === "className")) || (key0 === "tls"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.enabled !== undefined){
let data0 = data.enabled;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "boolean"},schema:schema28.properties.enabled.type,parentSchema:schema28.properties.enabled,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.host !== undefined){
let data1 = data.host;
if(typeof data1 === "string"){
if(!pattern14.test(data1)){
const err2 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/pattern",keyword:"pattern",params:{pattern: "^(?:\\*\\.)?[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$"},schema:"^(?:\\*\\.)?[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$",parentSchema:schema28.properties.host,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "string"},schema:schema28.properties.host.type,parentSchema:schema28.properties.host,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.path !== undefined){
let data2 = data.path;
if(typeof data2 === "string"){
if(!pattern15.test(data2)){
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^/"},schema:"^/",parentSchema:schema28.properties.path,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},schema:schema28.properties.path.type,parentSchema:schema28.properties.path,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.className !== undefined){
let data3 = data.className;
if(typeof data3 === "string"){
if(!pattern10.test(data3)){
const err6 = {instancePath:instancePath+"/className",schemaPath:"#/definitions/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$",parentSchema:schema20,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/className",schemaPath:"#/definitions/objectName/type",keyword:"type",params:{type: "string"},schema:schema20.type,parentSchema:schema20,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.tls !== undefined){
let data4 = data.tls;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!((key1 === "enabled") || (key1 === "secretName"))){
const err8 = {instancePath:instancePath+"/tls",schemaPath:"#/properties/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema28.properties.tls,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data4.enabled !== undefined){
let data5 = data4.enabled;
if(typeof data5 !== "boolean"){
const err9 = {instancePath:instancePath+"/tls/enabled",schemaPath:"#/properties/tls/properties/enabled/type",keyword:"type",params:{type: "boolean"},schema:schema28.properties.tls.properties.enabled.type,parentSchema:schema28.properties.tls.properties.enabled,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.secretName !== undefined){
let data6 = data4.secretName;
if(typeof data6 === "string"){
if(!pattern10.test(data6)){
const err10 = {instancePath:instancePath+"/tls/secretName",schemaPath:"#/definitions/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$",parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/tls/secretName",schemaPath:"#/definitions/objectName/type",keyword:"type",params:{type: "string"},schema:schema20.type,parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/tls",schemaPath:"#/properties/tls/type",keyword:"type",params:{type: "object"},schema:schema28.properties.tls.type,parentSchema:schema28.properties.tls,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}


function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "metrics") || (key0 === "healthChecks")) || (key0 === "alerts"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.metrics !== undefined){
let data0 = data.metrics;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema31.properties.metrics.anyOf[0].type,parentSchema:schema31.properties.metrics.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs6 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(((key1 === "enabled") || (key1 === "port")) || (key1 === "path"))){
const err2 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema31.properties.metrics.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.enabled !== undefined){
let data1 = data0.enabled;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/metrics/enabled",schemaPath:"#/properties/metrics/anyOf/1/properties/enabled/type",keyword:"type",params:{type: "boolean"},schema:schema31.properties.metrics.anyOf[1].properties.enabled.type,parentSchema:schema31.properties.metrics.anyOf[1].properties.enabled,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.port !== undefined){
let data2 = data0.port;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (typeof data2 !== "string")){
const err4 = {instancePath:instancePath+"/metrics/port",schemaPath:"#/definitions/portReference/type",keyword:"type",params:{type: schema27.type},schema:schema27.type,parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/metrics/port",schemaPath:"#/definitions/portReference/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},schema:65535,parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/metrics/port",schemaPath:"#/definitions/portReference/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(typeof data2 === "string"){
if(!pattern12.test(data2)){
const err7 = {instancePath:instancePath+"/metrics/port",schemaPath:"#/definitions/portReference/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$"},schema:"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$",parentSchema:schema27,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data0.path !== undefined){
let data3 = data0.path;
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err8 = {instancePath:instancePath+"/metrics/path",schemaPath:"#/properties/metrics/anyOf/1/properties/path/pattern",keyword:"pattern",params:{pattern: "^/"},schema:"^/",parentSchema:schema31.properties.metrics.anyOf[1].properties.path,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/metrics/path",schemaPath:"#/properties/metrics/anyOf/1/properties/path/type",keyword:"type",params:{type: "string"},schema:schema31.properties.metrics.anyOf[1].properties.path.type,parentSchema:schema31.properties.metrics.anyOf[1].properties.path,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema31.properties.metrics.anyOf[1].type,parentSchema:schema31.properties.metrics.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err11 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/anyOf",keyword:"anyOf",params:{},schema:schema31.properties.metrics.anyOf,parentSchema:schema31.properties.metrics,data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.healthChecks !== undefined){
let data4 = data.healthChecks;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!(((key2 === "liveness") || (key2 === "readiness")) || (key2 === "startup"))){
const err12 = {instancePath:instancePath+"/healthChecks",schemaPath:"#/properties/healthChecks/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema31.properties.healthChecks,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4.liveness !== undefined){
if(!(validate23(data4.liveness, {instancePath:instancePath+"/healthChecks/liveness",parentData:data4,parentDataProperty:"liveness",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data4.readiness !== undefined){
if(!(validate23(data4.readiness, {instancePath:instancePath+"/healthChecks/readiness",parentData:data4,parentDataProperty:"readiness",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data4.startup !== undefined){
if(!(validate23(data4.startup, {instancePath:instancePath+"/healthChecks/startup",parentData:data4,parentDataProperty:"startup",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/healthChecks",schemaPath:"#/properties/healthChecks/type",keyword:"type",params:{type: "object"},schema:schema31.properties.healthChecks.type,parentSchema:schema31.properties.healthChecks,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.alerts !== undefined){
let data8 = data.alerts;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.name === undefined){
const err14 = {instancePath:instancePath+"/alerts/" + i0,schemaPath:"#/properties/alerts/items/required",keyword:"required",params:{missingProperty: "name"},schema:schema31.properties.alerts.items.required,parentSchema:schema31.properties.alerts.items,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key3 in data9){
if(!((((((((key3 === "name") || (key3 === "condition")) || (key3 === "expr")) || (key3 === "slo")) || (key3 === "severity")) || (key3 === "for")) || (key3 === "description")) || (key3 === "runbook"))){
const err15 = {instancePath:instancePath+"/alerts/" + i0,schemaPath:"#/properties/alerts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema31.properties.alerts.items,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data9.name !== undefined){
let data10 = data9.name;
if(typeof data10 === "string"){
if(!pattern23.test(data10)){
const err16 = {instancePath:instancePath+"/alerts/" + i0+"/name",schemaPath:"#/properties/alerts/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][-a-zA-Z0-9_]{0,62}$"},schema:"^[a-zA-Z][-a-zA-Z0-9_]{0,62}$",parentSchema:schema31.properties.alerts.items.properties.name,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/alerts/" + i0+"/name",schemaPath:"#/properties/alerts/items/properties/name/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.name.type,parentSchema:schema31.properties.alerts.items.properties.name,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data9.condition !== undefined){
let data11 = data9.condition;
if(typeof data11 === "string"){
if(func3(data11) < 1){
const err18 = {instancePath:instancePath+"/alerts/" + i0+"/condition",schemaPath:"#/properties/alerts/items/properties/condition/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.alerts.items.properties.condition,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/alerts/" + i0+"/condition",schemaPath:"#/properties/alerts/items/properties/condition/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.condition.type,parentSchema:schema31.properties.alerts.items.properties.condition,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data9.expr !== undefined){
let data12 = data9.expr;
if(typeof data12 === "string"){
if(func3(data12) < 1){
const err20 = {instancePath:instancePath+"/alerts/" + i0+"/expr",schemaPath:"#/properties/alerts/items/properties/expr/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.alerts.items.properties.expr,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/alerts/" + i0+"/expr",schemaPath:"#/properties/alerts/items/properties/expr/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.expr.type,parentSchema:schema31.properties.alerts.items.properties.expr,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data9.slo !== undefined){
let data13 = data9.slo;
if(typeof data13 === "string"){
if(func3(data13) < 1){
const err22 = {instancePath:instancePath+"/alerts/" + i0+"/slo",schemaPath:"#/properties/alerts/items/properties/slo/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.alerts.items.properties.slo,data:data13};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/alerts/" + i0+"/slo",schemaPath:"#/properties/alerts/items/properties/slo/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.slo.type,parentSchema:schema31.properties.alerts.items.properties.slo,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data9.severity !== undefined){
let data14 = data9.severity;
if(typeof data14 !== "string"){
const err24 = {instancePath:instancePath+"/alerts/" + i0+"/severity",schemaPath:"#/properties/alerts/items/properties/severity/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.severity.type,parentSchema:schema31.properties.alerts.items.properties.severity,data:data14};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!(((data14 === "info") || (data14 === "warning")) || (data14 === "critical"))){
const err25 = {instancePath:instancePath+"/alerts/" + i0+"/severity",schemaPath:"#/properties/alerts/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema31.properties.alerts.items.properties.severity.enum},schema:schema31.properties.alerts.items.properties.severity.enum,parentSchema:schema31.properties.alerts.items.properties.severity,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9.for !== undefined){
let data15 = data9.for;
if(typeof data15 === "string"){
if(!pattern24.test(data15)){
const err26 = {instancePath:instancePath+"/alerts/" + i0+"/for",schemaPath:"#/properties/alerts/items/properties/for/pattern",keyword:"pattern",params:{pattern: "^(?=.)(?:[0-9]+y)?(?:[0-9]+w)?(?:[0-9]+d)?(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?(?:[0-9]+ms)?$"},schema:"^(?=.)(?:[0-9]+y)?(?:[0-9]+w)?(?:[0-9]+d)?(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?(?:[0-9]+ms)?$",parentSchema:schema31.properties.alerts.items.properties.for,data:data15};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/alerts/" + i0+"/for",schemaPath:"#/properties/alerts/items/properties/for/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.for.type,parentSchema:schema31.properties.alerts.items.properties.for,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data9.description !== undefined){
let data16 = data9.description;
if(typeof data16 === "string"){
if(func3(data16) < 1){
const err28 = {instancePath:instancePath+"/alerts/" + i0+"/description",schemaPath:"#/properties/alerts/items/properties/description/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.alerts.items.properties.description,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/alerts/" + i0+"/description",schemaPath:"#/properties/alerts/items/properties/description/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.description.type,parentSchema:schema31.properties.alerts.items.properties.description,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data9.runbook !== undefined){
let data17 = data9.runbook;
if(typeof data17 === "string"){
if(func3(data17) < 1){
const err30 = {instancePath:instancePath+"/alerts/" + i0+"/runbook",schemaPath:"#/properties/alerts/items/properties/runbook/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.alerts.items.properties.runbook,data:data17};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/alerts/" + i0+"/runbook",schemaPath:"#/properties/alerts/items/properties/runbook/type",keyword:"type",params:{type: "string"},schema:schema31.properties.alerts.items.properties.runbook.type,parentSchema:schema31.properties.alerts.items.properties.runbook,data:data17};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/alerts/" + i0,schemaPath:"#/properties/alerts/items/type",keyword:"type",params:{type: "object"},schema:schema31.properties.alerts.items.type,parentSchema:schema31.properties.alerts.items,data:data9};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/type",keyword:"type",params:{type: "array"},schema:schema31.properties.alerts.type,parentSchema:schema31.properties.alerts,data:data8};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}


function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs2 = errors;
let valid2 = false;
const _errs3 = errors;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/moduleName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$",parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/moduleName/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs6 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.name === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/required",keyword:"required",params:{missingProperty: "name"},schema:schema16.items.anyOf[1].required,parentSchema:schema16.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data0){
if(!((((key0 === "name") || (key0 === "version")) || (key0 === "namespace")) || (key0 === "optional"))){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema16.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.name !== undefined){
let data1 = data0.name;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err4 = {instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/definitions/moduleName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$",parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/definitions/moduleName/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.version !== undefined){
let data2 = data0.version;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err6 = {instancePath:instancePath+"/" + i0+"/version",schemaPath:"#/items/anyOf/1/properties/version/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema16.items.anyOf[1].properties.version,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/" + i0+"/version",schemaPath:"#/items/anyOf/1/properties/version/type",keyword:"type",params:{type: "string"},schema:schema16.items.anyOf[1].properties.version.type,parentSchema:schema16.items.anyOf[1].properties.version,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.namespace !== undefined){
let data3 = data0.namespace;
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err8 = {instancePath:instancePath+"/" + i0+"/namespace",schemaPath:"#/items/anyOf/1/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema16.items.anyOf[1].properties.namespace,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/" + i0+"/namespace",schemaPath:"#/items/anyOf/1/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema16.items.anyOf[1].properties.namespace.type,parentSchema:schema16.items.anyOf[1].properties.namespace,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.optional !== undefined){
let data4 = data0.optional;
if(typeof data4 !== "boolean"){
const err10 = {instancePath:instancePath+"/" + i0+"/optional",schemaPath:"#/items/anyOf/1/properties/optional/type",keyword:"type",params:{type: "boolean"},schema:schema16.items.anyOf[1].properties.optional.type,parentSchema:schema16.items.anyOf[1].properties.optional,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema16.items.anyOf[1].type,parentSchema:schema16.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err12 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf",keyword:"anyOf",params:{},schema:schema16.items.anyOf,parentSchema:schema16.items,data:data0};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://orchestr8.io/schema/v1/overlay.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.replicaCount !== undefined){
let data0 = data.replicaCount;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err0 = {instancePath:instancePath+"/replicaCount",schemaPath:"#/properties/replicaCount/type",keyword:"type",params:{type: "integer"},schema:schema37.properties.replicaCount.type,parentSchema:schema37.properties.replicaCount,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 10000 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/replicaCount",schemaPath:"#/properties/replicaCount/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},schema:10000,parentSchema:schema37.properties.replicaCount,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/replicaCount",schemaPath:"#/properties/replicaCount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema37.properties.replicaCount,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
if(data.image !== undefined){
let data1 = data.image;
const _errs4 = errors;
let valid1 = false;
const _errs5 = errors;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err3 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/anyOf/0/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema37.properties.image.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema37.properties.image.anyOf[0].type,parentSchema:schema37.properties.image.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs5 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs7 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.registry !== undefined){
let data2 = data1.registry;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/image/registry",schemaPath:"#/properties/image/anyOf/1/properties/registry/type",keyword:"type",params:{type: "string"},schema:schema37.properties.image.anyOf[1].properties.registry.type,parentSchema:schema37.properties.image.anyOf[1].properties.registry,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.repository !== undefined){
let data3 = data1.repository;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err6 = {instancePath:instancePath+"/image/repository",schemaPath:"#/properties/image/anyOf/1/properties/repository/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema37.properties.image.anyOf[1].properties.repository,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/image/repository",schemaPath:"#/properties/image/anyOf/1/properties/repository/type",keyword:"type",params:{type: "string"},schema:schema37.properties.image.anyOf[1].properties.repository.type,parentSchema:schema37.properties.image.anyOf[1].properties.repository,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.tag !== undefined){
let data4 = data1.tag;
if(typeof data4 !== "string"){
const err8 = {instancePath:instancePath+"/image/tag",schemaPath:"#/properties/image/anyOf/1/properties/tag/type",keyword:"type",params:{type: "string"},schema:schema37.properties.image.anyOf[1].properties.tag.type,parentSchema:schema37.properties.image.anyOf[1].properties.tag,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.digest !== undefined){
let data5 = data1.digest;
if(typeof data5 !== "string"){
const err9 = {instancePath:instancePath+"/image/digest",schemaPath:"#/properties/image/anyOf/1/properties/digest/type",keyword:"type",params:{type: "string"},schema:schema37.properties.image.anyOf[1].properties.digest.type,parentSchema:schema37.properties.image.anyOf[1].properties.digest,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data1.pullPolicy !== undefined){
let data6 = data1.pullPolicy;
if(typeof data6 !== "string"){
const err10 = {instancePath:instancePath+"/image/pullPolicy",schemaPath:"#/properties/image/anyOf/1/properties/pullPolicy/type",keyword:"type",params:{type: "string"},schema:schema37.properties.image.anyOf[1].properties.pullPolicy.type,parentSchema:schema37.properties.image.anyOf[1].properties.pullPolicy,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!(((data6 === "Always") || (data6 === "IfNotPresent")) || (data6 === "Never"))){
const err11 = {instancePath:instancePath+"/image/pullPolicy",schemaPath:"#/properties/image/anyOf/1/properties/pullPolicy/enum",keyword:"enum",params:{allowedValues: schema37.properties.image.anyOf[1].properties.pullPolicy.enum},schema:schema37.properties.image.anyOf[1].properties.pullPolicy.enum,parentSchema:schema37.properties.image.anyOf[1].properties.pullPolicy,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema37.properties.image.anyOf[1].type,parentSchema:schema37.properties.image.anyOf[1],data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err13 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/anyOf",keyword:"anyOf",params:{},schema:schema37.properties.image.anyOf,parentSchema:schema37.properties.image,data:data1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
}
if(data.resources !== undefined){
if(!(validate30(data.resources, {instancePath:instancePath+"/resources",parentData:data,parentDataProperty:"resources",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.ingress !== undefined){
let data8 = data.ingress;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.enabled !== undefined){
let data9 = data8.enabled;
if(typeof data9 !== "boolean"){
const err14 = {instancePath:instancePath+"/ingress/enabled",schemaPath:"o8-module.schema.json#/definitions/ingress/properties/enabled/type",keyword:"type",params:{type: "boolean"},schema:schema41.type,parentSchema:schema41,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data8.host !== undefined){
let data10 = data8.host;
if(typeof data10 === "string"){
if(!pattern14.test(data10)){
const err15 = {instancePath:instancePath+"/ingress/host",schemaPath:"o8-module.schema.json#/definitions/ingress/properties/host/pattern",keyword:"pattern",params:{pattern: "^(?:\\*\\.)?[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$"},schema:"^(?:\\*\\.)?[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$",parentSchema:schema42,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/ingress/host",schemaPath:"o8-module.schema.json#/definitions/ingress/properties/host/type",keyword:"type",params:{type: "string"},schema:schema42.type,parentSchema:schema42,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data8.path !== undefined){
let data11 = data8.path;
if(typeof data11 === "string"){
if(!pattern15.test(data11)){
const err17 = {instancePath:instancePath+"/ingress/path",schemaPath:"o8-module.schema.json#/definitions/ingress/properties/path/pattern",keyword:"pattern",params:{pattern: "^/"},schema:"^/",parentSchema:schema43,data:data11};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/ingress/path",schemaPath:"o8-module.schema.json#/definitions/ingress/properties/path/type",keyword:"type",params:{type: "string"},schema:schema43.type,parentSchema:schema43,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data8.className !== undefined){
let data12 = data8.className;
if(typeof data12 === "string"){
if(!pattern10.test(data12)){
const err19 = {instancePath:instancePath+"/ingress/className",schemaPath:"o8-module.schema.json#/definitions/ingress/properties/className/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$",parentSchema:schema20,data:data12};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/ingress/className",schemaPath:"o8-module.schema.json#/definitions/ingress/properties/className/type",keyword:"type",params:{type: "string"},schema:schema20.type,parentSchema:schema20,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data8.tls !== undefined){
let data13 = data8.tls;
const _errs35 = errors;
let valid8 = false;
const _errs36 = errors;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key0 in data13){
if(!((key0 === "enabled") || (key0 === "secretName"))){
const err21 = {instancePath:instancePath+"/ingress/tls",schemaPath:"#/properties/ingress/properties/tls/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema37.properties.ingress.properties.tls.anyOf[0],data:data13};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data13.enabled !== undefined){
let data14 = data13.enabled;
if(typeof data14 !== "boolean"){
const err22 = {instancePath:instancePath+"/ingress/tls/enabled",schemaPath:"#/properties/ingress/properties/tls/anyOf/0/properties/enabled/type",keyword:"type",params:{type: "boolean"},schema:schema37.properties.ingress.properties.tls.anyOf[0].properties.enabled.type,parentSchema:schema37.properties.ingress.properties.tls.anyOf[0].properties.enabled,data:data14};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data13.secretName !== undefined){
let data15 = data13.secretName;
if(typeof data15 === "string"){
if(!pattern10.test(data15)){
const err23 = {instancePath:instancePath+"/ingress/tls/secretName",schemaPath:"o8-module.schema.json#/definitions/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$",parentSchema:schema20,data:data15};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/ingress/tls/secretName",schemaPath:"o8-module.schema.json#/definitions/objectName/type",keyword:"type",params:{type: "string"},schema:schema20.type,parentSchema:schema20,data:data15};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/ingress/tls",schemaPath:"#/properties/ingress/properties/tls/anyOf/0/type",keyword:"type",params:{type: "object"},schema:schema37.properties.ingress.properties.tls.anyOf[0].type,parentSchema:schema37.properties.ingress.properties.tls.anyOf[0],data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid1 = _errs36 === errors;
valid8 = valid8 || _valid1;
if(!valid8){
const _errs44 = errors;
if(!(Array.isArray(data13))){
const err26 = {instancePath:instancePath+"/ingress/tls",schemaPath:"#/properties/ingress/properties/tls/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema37.properties.ingress.properties.tls.anyOf[1].type,parentSchema:schema37.properties.ingress.properties.tls.anyOf[1],data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid1 = _errs44 === errors;
valid8 = valid8 || _valid1;
}
if(!valid8){
const err27 = {instancePath:instancePath+"/ingress/tls",schemaPath:"#/properties/ingress/properties/tls/anyOf",keyword:"anyOf",params:{},schema:schema37.properties.ingress.properties.tls.anyOf,parentSchema:schema37.properties.ingress.properties.tls,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err28 = {instancePath:instancePath+"/ingress",schemaPath:"#/properties/ingress/type",keyword:"type",params:{type: "object"},schema:schema37.properties.ingress.type,parentSchema:schema37.properties.ingress,data:data8};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.networking !== undefined){
let data16 = data.networking;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key1 in data16){
if(!((key1 === "ports") || (key1 === "ingress"))){
const err29 = {instancePath:instancePath+"/networking",schemaPath:"#/properties/networking/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema37.properties.networking,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data16.ports !== undefined){
let data17 = data16.ports;
if(Array.isArray(data17)){
const len0 = data17.length;
for(let i0=0; i0<len0; i0++){
let data18 = data17[i0];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.name === undefined){
const err30 = {instancePath:instancePath+"/networking/ports/" + i0,schemaPath:"#/properties/networking/properties/ports/items/required",keyword:"required",params:{missingProperty: "name"},schema:schema37.properties.networking.properties.ports.items.required,parentSchema:schema37.properties.networking.properties.ports.items,data:data18};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key2 in data18){
if(!((((key2 === "name") || (key2 === "port")) || (key2 === "protocol")) || (key2 === "targetPort"))){
const err31 = {instancePath:instancePath+"/networking/ports/" + i0,schemaPath:"#/properties/networking/properties/ports/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema37.properties.networking.properties.ports.items,data:data18};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data18.name !== undefined){
let data19 = data18.name;
if(typeof data19 === "string"){
if(!pattern12.test(data19)){
const err32 = {instancePath:instancePath+"/networking/ports/" + i0+"/name",schemaPath:"o8-module.schema.json#/definitions/portName/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$"},schema:"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$",parentSchema:schema25,data:data19};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/networking/ports/" + i0+"/name",schemaPath:"o8-module.schema.json#/definitions/portName/type",keyword:"type",params:{type: "string"},schema:schema25.type,parentSchema:schema25,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data18.port !== undefined){
let data20 = data18.port;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err34 = {instancePath:instancePath+"/networking/ports/" + i0+"/port",schemaPath:"o8-module.schema.json#/definitions/portNumber/type",keyword:"type",params:{type: "integer"},schema:schema26.type,parentSchema:schema26,data:data20};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 65535 || isNaN(data20)){
const err35 = {instancePath:instancePath+"/networking/ports/" + i0+"/port",schemaPath:"o8-module.schema.json#/definitions/portNumber/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},schema:65535,parentSchema:schema26,data:data20};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data20 < 1 || isNaN(data20)){
const err36 = {instancePath:instancePath+"/networking/ports/" + i0+"/port",schemaPath:"o8-module.schema.json#/definitions/portNumber/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema26,data:data20};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data18.protocol !== undefined){
let data21 = data18.protocol;
if(typeof data21 !== "string"){
const err37 = {instancePath:instancePath+"/networking/ports/" + i0+"/protocol",schemaPath:"#/properties/networking/properties/ports/items/properties/protocol/type",keyword:"type",params:{type: "string"},schema:schema37.properties.networking.properties.ports.items.properties.protocol.type,parentSchema:schema37.properties.networking.properties.ports.items.properties.protocol,data:data21};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!(((data21 === "TCP") || (data21 === "UDP")) || (data21 === "SCTP"))){
const err38 = {instancePath:instancePath+"/networking/ports/" + i0+"/protocol",schemaPath:"#/properties/networking/properties/ports/items/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema37.properties.networking.properties.ports.items.properties.protocol.enum},schema:schema37.properties.networking.properties.ports.items.properties.protocol.enum,parentSchema:schema37.properties.networking.properties.ports.items.properties.protocol,data:data21};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data18.targetPort !== undefined){
let data22 = data18.targetPort;
if((!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))) && (typeof data22 !== "string")){
const err39 = {instancePath:instancePath+"/networking/ports/" + i0+"/targetPort",schemaPath:"o8-module.schema.json#/definitions/portReference/type",keyword:"type",params:{type: schema27.type},schema:schema27.type,parentSchema:schema27,data:data22};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 65535 || isNaN(data22)){
const err40 = {instancePath:instancePath+"/networking/ports/" + i0+"/targetPort",schemaPath:"o8-module.schema.json#/definitions/portReference/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},schema:65535,parentSchema:schema27,data:data22};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data22 < 1 || isNaN(data22)){
const err41 = {instancePath:instancePath+"/networking/ports/" + i0+"/targetPort",schemaPath:"o8-module.schema.json#/definitions/portReference/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema27,data:data22};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(typeof data22 === "string"){
if(!pattern12.test(data22)){
const err42 = {instancePath:instancePath+"/networking/ports/" + i0+"/targetPort",schemaPath:"o8-module.schema.json#/definitions/portReference/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$"},schema:"^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$",parentSchema:schema27,data:data22};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
}
else {
const err43 = {instancePath:instancePath+"/networking/ports/" + i0,schemaPath:"#/properties/networking/properties/ports/items/type",keyword:"type",params:{type: "object"},schema:schema37.properties.networking.properties.ports.items.type,parentSchema:schema37.properties.networking.properties.ports.items,data:data18};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/networking/ports",schemaPath:"#/properties/networking/properties/ports/type",keyword:"type",params:{type: "array"},schema:schema37.properties.networking.properties.ports.type,parentSchema:schema37.properties.networking.properties.ports,data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data16.ingress !== undefined){
if(!(validate32(data16.ingress, {instancePath:instancePath+"/networking/ingress",parentData:data16,parentDataProperty:"ingress",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err45 = {instancePath:instancePath+"/networking",schemaPath:"#/properties/networking/type",keyword:"type",params:{type: "object"},schema:schema37.properties.networking.type,parentSchema:schema37.properties.networking,data:data16};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.monitoring !== undefined){
if(!(validate34(data.monitoring, {instancePath:instancePath+"/monitoring",parentData:data,parentDataProperty:"monitoring",rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
if(data.security !== undefined){
let data25 = data.security;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key3 in data25){
if(!(((key3 === "podSecurityStandard") || (key3 === "networkIsolation")) || (key3 === "secretsManager"))){
const err46 = {instancePath:instancePath+"/security",schemaPath:"o8-module.schema.json#/definitions/security/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema19,data:data25};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data25.podSecurityStandard !== undefined){
let data26 = data25.podSecurityStandard;
if(typeof data26 !== "string"){
const err47 = {instancePath:instancePath+"/security/podSecurityStandard",schemaPath:"o8-module.schema.json#/definitions/security/properties/podSecurityStandard/type",keyword:"type",params:{type: "string"},schema:schema19.properties.podSecurityStandard.type,parentSchema:schema19.properties.podSecurityStandard,data:data26};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!(((data26 === "privileged") || (data26 === "baseline")) || (data26 === "restricted"))){
const err48 = {instancePath:instancePath+"/security/podSecurityStandard",schemaPath:"o8-module.schema.json#/definitions/security/properties/podSecurityStandard/enum",keyword:"enum",params:{allowedValues: schema19.properties.podSecurityStandard.enum},schema:schema19.properties.podSecurityStandard.enum,parentSchema:schema19.properties.podSecurityStandard,data:data26};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data25.networkIsolation !== undefined){
let data27 = data25.networkIsolation;
if(typeof data27 !== "boolean"){
const err49 = {instancePath:instancePath+"/security/networkIsolation",schemaPath:"o8-module.schema.json#/definitions/security/properties/networkIsolation/type",keyword:"type",params:{type: "boolean"},schema:schema19.properties.networkIsolation.type,parentSchema:schema19.properties.networkIsolation,data:data27};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data25.secretsManager !== undefined){
let data28 = data25.secretsManager;
if(typeof data28 !== "string"){
const err50 = {instancePath:instancePath+"/security/secretsManager",schemaPath:"o8-module.schema.json#/definitions/security/properties/secretsManager/type",keyword:"type",params:{type: "string"},schema:schema19.properties.secretsManager.type,parentSchema:schema19.properties.secretsManager,data:data28};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!(((data28 === "none") || (data28 === "external-secrets")) || (data28 === "sealed-secrets"))){
const err51 = {instancePath:instancePath+"/security/secretsManager",schemaPath:"o8-module.schema.json#/definitions/security/properties/secretsManager/enum",keyword:"enum",params:{allowedValues: schema19.properties.secretsManager.enum},schema:schema19.properties.secretsManager.enum,parentSchema:schema19.properties.secretsManager,data:data28};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/security",schemaPath:"o8-module.schema.json#/definitions/security/type",keyword:"type",params:{type: "object"},schema:schema19.type,parentSchema:schema19,data:data25};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.dependencies !== undefined){
if(!(validate39(data.dependencies, {instancePath:instancePath+"/dependencies",parentData:data,parentDataProperty:"dependencies",rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

export const templateShape = validate41;
const schema58 = {"$id":"https://orchestr8.io/schema/v1/module-template.schema.json","$schema":"http://json-schema.org/draft-07/schema#","title":"Orchestr8 module template","description":"What new modules are made from: the o8-module.yaml of a template.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","const":"orchestr8.io/v1","x-problem":"O8107"},"kind":{"type":"string","const":"ModuleTemplate","x-problem":"O8107"},"metadata":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"o8-module.schema.json#/definitions/metadata/properties/name"},"namespace":{"$ref":"o8-module.schema.json#/definitions/metadata/properties/namespace"},"title":{"description":"Name for people.","type":"string","minLength":1},"description":{"description":"What modules of this template are for.","type":"string","minLength":1},"tags":{"$ref":"o8-module.schema.json#/definitions/metadata/properties/tags"},"labels":{"$ref":"o8-module.schema.json#/definitions/texts"},"annotations":{"$ref":"o8-module.schema.json#/definitions/texts"},"links":{"$ref":"o8-module.schema.json#/definitions/metadata/properties/links"}}},"spec":{"type":"object","additionalProperties":false,"required":["files"],"properties":{"type":{"description":"Type of the template in the catalog.","type":"string","minLength":1},"owner":{"description":"Who keeps the template: reference of a group or user.","type":"string","minLength":1},"variables":{"description":"What is asked of the person who makes a module.","type":"array","items":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9_]{0,62}$","patternErrorMessage":"the name of a variable: a lower-case letter, then lower-case letters, digits and `_`","examples":["service_name"],"x-problem":"O8501"},"title":{"type":"string","minLength":1},"description":{"type":"string","minLength":1},"type":{"type":"string","enum":["string","boolean","integer","number","enum"],"default":"string"},"values":{"description":"What a variable of type enum can be.","type":"array","minItems":1,"items":{"type":"string"}},"default":{"type":["string","boolean","number"]},"required":{"type":"boolean","default":false},"pattern":{"description":"Regular expression that the whole text must match.","type":"string","minLength":1},"secret":{"description":"The value is not shown and not stored with the task.","type":"boolean","default":false}}}},"files":{"description":"What is written into the new module.","type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["source","target"],"properties":{"source":{"description":"File of the template; a folder ends with /.","type":"string","minLength":1},"target":{"description":"Path in the new module; a folder ends with /.","type":"string","minLength":1},"when":{"description":"Variable or expression; the file is written when it is true.","type":"string","minLength":1}}}}}}}};
const schema59 = {"description":"Name of the module: a DNS label of at most 53 characters.","type":"string","pattern":"^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$","patternErrorMessage":"a DNS label of at most 53 characters: lower-case letters, digits and `-`, with a letter or digit at both ends","examples":["my-service"],"x-problem":"O8112"};
const schema60 = {"description":"Namespace in the catalog; modules live in the default one.","type":"string","const":"default"};
const schema61 = {"description":"Words to find the module by.","type":"array","items":{"type":"string","pattern":"^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$","patternErrorMessage":"a tag: lower-case letters, digits, `:`, `+` and `#`, joined by single `-`","examples":["java"],"maxLength":63}};
const schema64 = {"description":"Links that the entity page shows.","type":"array","items":{"type":"object","additionalProperties":false,"required":["url"],"properties":{"url":{"type":"string","pattern":"^[a-zA-Z][-a-zA-Z0-9+.]*:.+$","patternErrorMessage":"a URL","examples":["https://example.com/docs"]},"title":{"type":"string","minLength":1},"icon":{"type":"string","minLength":1},"type":{"type":"string","minLength":1}}}};
const pattern45 = new RegExp("^[a-z][a-z0-9_]{0,62}$", "u");

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://orchestr8.io/schema/v1/module-template.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},schema:schema58.properties.apiVersion.type,parentSchema:schema58.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("orchestr8.io/v1" !== data0){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "orchestr8.io/v1"},schema:"orchestr8.io/v1",parentSchema:schema58.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},schema:schema58.properties.kind.type,parentSchema:schema58.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if("ModuleTemplate" !== data1){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "ModuleTemplate"},schema:"ModuleTemplate",parentSchema:schema58.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},schema:schema58.properties.metadata.required,parentSchema:schema58.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data2){
if(!((((((((key1 === "name") || (key1 === "namespace")) || (key1 === "title")) || (key1 === "description")) || (key1 === "tags")) || (key1 === "labels")) || (key1 === "annotations")) || (key1 === "links"))){
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema58.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$"},schema:"^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$",parentSchema:schema59,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/name/type",keyword:"type",params:{type: "string"},schema:schema59.type,parentSchema:schema59,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data2.namespace !== undefined){
let data4 = data2.namespace;
if(typeof data4 !== "string"){
const err13 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema60.type,parentSchema:schema60,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if("default" !== data4){
const err14 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/namespace/const",keyword:"const",params:{allowedValue: "default"},schema:"default",parentSchema:schema60,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.title !== undefined){
let data5 = data2.title;
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err15 = {instancePath:instancePath+"/metadata/title",schemaPath:"#/properties/metadata/properties/title/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema58.properties.metadata.properties.title,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/metadata/title",schemaPath:"#/properties/metadata/properties/title/type",keyword:"type",params:{type: "string"},schema:schema58.properties.metadata.properties.title.type,parentSchema:schema58.properties.metadata.properties.title,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.description !== undefined){
let data6 = data2.description;
if(typeof data6 === "string"){
if(func3(data6) < 1){
const err17 = {instancePath:instancePath+"/metadata/description",schemaPath:"#/properties/metadata/properties/description/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema58.properties.metadata.properties.description,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/metadata/description",schemaPath:"#/properties/metadata/properties/description/type",keyword:"type",params:{type: "string"},schema:schema58.properties.metadata.properties.description.type,parentSchema:schema58.properties.metadata.properties.description,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data2.tags !== undefined){
let data7 = data2.tags;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(func3(data8) > 63){
const err19 = {instancePath:instancePath+"/metadata/tags/" + i0,schemaPath:"o8-module.schema.json#/definitions/metadata/properties/tags/items/maxLength",keyword:"maxLength",params:{limit: 63},schema:63,parentSchema:schema61.items,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern2.test(data8)){
const err20 = {instancePath:instancePath+"/metadata/tags/" + i0,schemaPath:"o8-module.schema.json#/definitions/metadata/properties/tags/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$"},schema:"^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$",parentSchema:schema61.items,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/metadata/tags/" + i0,schemaPath:"o8-module.schema.json#/definitions/metadata/properties/tags/items/type",keyword:"type",params:{type: "string"},schema:schema61.items.type,parentSchema:schema61.items,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/metadata/tags",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/tags/type",keyword:"type",params:{type: "array"},schema:schema61.type,parentSchema:schema61,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data2.labels !== undefined){
let data9 = data2.labels;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
let data10 = data9[key2];
if(typeof data10 !== "string"){
const err23 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"o8-module.schema.json#/definitions/texts/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema13.additionalProperties.type,parentSchema:schema13.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/metadata/labels",schemaPath:"o8-module.schema.json#/definitions/texts/type",keyword:"type",params:{type: "object"},schema:schema13.type,parentSchema:schema13,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data11 = data2.annotations;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key3 in data11){
let data12 = data11[key3];
if(typeof data12 !== "string"){
const err25 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"o8-module.schema.json#/definitions/texts/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema13.additionalProperties.type,parentSchema:schema13.additionalProperties,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"o8-module.schema.json#/definitions/texts/type",keyword:"type",params:{type: "object"},schema:schema13.type,parentSchema:schema13,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data2.links !== undefined){
let data13 = data2.links;
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.url === undefined){
const err27 = {instancePath:instancePath+"/metadata/links/" + i1,schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/items/required",keyword:"required",params:{missingProperty: "url"},schema:schema64.items.required,parentSchema:schema64.items,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key4 in data14){
if(!((((key4 === "url") || (key4 === "title")) || (key4 === "icon")) || (key4 === "type"))){
const err28 = {instancePath:instancePath+"/metadata/links/" + i1,schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema64.items,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data14.url !== undefined){
let data15 = data14.url;
if(typeof data15 === "string"){
if(!pattern3.test(data15)){
const err29 = {instancePath:instancePath+"/metadata/links/" + i1+"/url",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/items/properties/url/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][-a-zA-Z0-9+.]*:.+$"},schema:"^[a-zA-Z][-a-zA-Z0-9+.]*:.+$",parentSchema:schema64.items.properties.url,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/metadata/links/" + i1+"/url",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/items/properties/url/type",keyword:"type",params:{type: "string"},schema:schema64.items.properties.url.type,parentSchema:schema64.items.properties.url,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data14.title !== undefined){
let data16 = data14.title;
if(typeof data16 === "string"){
if(func3(data16) < 1){
const err31 = {instancePath:instancePath+"/metadata/links/" + i1+"/title",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/items/properties/title/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema64.items.properties.title,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/metadata/links/" + i1+"/title",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/items/properties/title/type",keyword:"type",params:{type: "string"},schema:schema64.items.properties.title.type,parentSchema:schema64.items.properties.title,data:data16};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data14.icon !== undefined){
let data17 = data14.icon;
if(typeof data17 === "string"){
if(func3(data17) < 1){
const err33 = {instancePath:instancePath+"/metadata/links/" + i1+"/icon",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/items/properties/icon/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema64.items.properties.icon,data:data17};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/metadata/links/" + i1+"/icon",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/items/properties/icon/type",keyword:"type",params:{type: "string"},schema:schema64.items.properties.icon.type,parentSchema:schema64.items.properties.icon,data:data17};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data14.type !== undefined){
let data18 = data14.type;
if(typeof data18 === "string"){
if(func3(data18) < 1){
const err35 = {instancePath:instancePath+"/metadata/links/" + i1+"/type",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema64.items.properties.type,data:data18};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/metadata/links/" + i1+"/type",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/items/properties/type/type",keyword:"type",params:{type: "string"},schema:schema64.items.properties.type.type,parentSchema:schema64.items.properties.type,data:data18};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/metadata/links/" + i1,schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/items/type",keyword:"type",params:{type: "object"},schema:schema64.items.type,parentSchema:schema64.items,data:data14};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/metadata/links",schemaPath:"o8-module.schema.json#/definitions/metadata/properties/links/type",keyword:"type",params:{type: "array"},schema:schema64.type,parentSchema:schema64,data:data13};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},schema:schema58.properties.metadata.type,parentSchema:schema58.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.spec !== undefined){
let data19 = data.spec;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.files === undefined){
const err40 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "files"},schema:schema58.properties.spec.required,parentSchema:schema58.properties.spec,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
for(const key5 in data19){
if(!((((key5 === "type") || (key5 === "owner")) || (key5 === "variables")) || (key5 === "files"))){
const err41 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},schema:false,parentSchema:schema58.properties.spec,data:data19};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data19.type !== undefined){
let data20 = data19.type;
if(typeof data20 === "string"){
if(func3(data20) < 1){
const err42 = {instancePath:instancePath+"/spec/type",schemaPath:"#/properties/spec/properties/type/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema58.properties.spec.properties.type,data:data20};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/spec/type",schemaPath:"#/properties/spec/properties/type/type",keyword:"type",params:{type: "string"},schema:schema58.properties.spec.properties.type.type,parentSchema:schema58.properties.spec.properties.type,data:data20};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data19.owner !== undefined){
let data21 = data19.owner;
if(typeof data21 === "string"){
if(func3(data21) < 1){
const err44 = {instancePath:instancePath+"/spec/owner",schemaPath:"#/properties/spec/properties/owner/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema58.properties.spec.properties.owner,data:data21};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/spec/owner",schemaPath:"#/properties/spec/properties/owner/type",keyword:"type",params:{type: "string"},schema:schema58.properties.spec.properties.owner.type,parentSchema:schema58.properties.spec.properties.owner,data:data21};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data19.variables !== undefined){
let data22 = data19.variables;
if(Array.isArray(data22)){
const len2 = data22.length;
for(let i2=0; i2<len2; i2++){
let data23 = data22[i2];
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.name === undefined){
const err46 = {instancePath:instancePath+"/spec/variables/" + i2,schemaPath:"#/properties/spec/properties/variables/items/required",keyword:"required",params:{missingProperty: "name"},schema:schema58.properties.spec.properties.variables.items.required,parentSchema:schema58.properties.spec.properties.variables.items,data:data23};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
for(const key6 in data23){
if(!(func2.call(schema58.properties.spec.properties.variables.items.properties, key6))){
const err47 = {instancePath:instancePath+"/spec/variables/" + i2,schemaPath:"#/properties/spec/properties/variables/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},schema:false,parentSchema:schema58.properties.spec.properties.variables.items,data:data23};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data23.name !== undefined){
let data24 = data23.name;
if(typeof data24 === "string"){
if(!pattern45.test(data24)){
const err48 = {instancePath:instancePath+"/spec/variables/" + i2+"/name",schemaPath:"#/properties/spec/properties/variables/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,62}$"},schema:"^[a-z][a-z0-9_]{0,62}$",parentSchema:schema58.properties.spec.properties.variables.items.properties.name,data:data24};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/spec/variables/" + i2+"/name",schemaPath:"#/properties/spec/properties/variables/items/properties/name/type",keyword:"type",params:{type: "string"},schema:schema58.properties.spec.properties.variables.items.properties.name.type,parentSchema:schema58.properties.spec.properties.variables.items.properties.name,data:data24};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data23.title !== undefined){
let data25 = data23.title;
if(typeof data25 === "string"){
if(func3(data25) < 1){
const err50 = {instancePath:instancePath+"/spec/variables/" + i2+"/title",schemaPath:"#/properties/spec/properties/variables/items/properties/title/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema58.properties.spec.properties.variables.items.properties.title,data:data25};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/spec/variables/" + i2+"/title",schemaPath:"#/properties/spec/properties/variables/items/properties/title/type",keyword:"type",params:{type: "string"},schema:schema58.properties.spec.properties.variables.items.properties.title.type,parentSchema:schema58.properties.spec.properties.variables.items.properties.title,data:data25};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data23.description !== undefined){
let data26 = data23.description;
if(typeof data26 === "string"){
if(func3(data26) < 1){
const err52 = {instancePath:instancePath+"/spec/variables/" + i2+"/description",schemaPath:"#/properties/spec/properties/variables/items/properties/description/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema58.properties.spec.properties.variables.items.properties.description,data:data26};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/spec/variables/" + i2+"/description",schemaPath:"#/properties/spec/properties/variables/items/properties/description/type",keyword:"type",params:{type: "string"},schema:schema58.properties.spec.properties.variables.items.properties.description.type,parentSchema:schema58.properties.spec.properties.variables.items.properties.description,data:data26};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data23.type !== undefined){
let data27 = data23.type;
if(typeof data27 !== "string"){
const err54 = {instancePath:instancePath+"/spec/variables/" + i2+"/type",schemaPath:"#/properties/spec/properties/variables/items/properties/type/type",keyword:"type",params:{type: "string"},schema:schema58.properties.spec.properties.variables.items.properties.type.type,parentSchema:schema58.properties.spec.properties.variables.items.properties.type,data:data27};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(!(((((data27 === "string") || (data27 === "boolean")) || (data27 === "integer")) || (data27 === "number")) || (data27 === "enum"))){
const err55 = {instancePath:instancePath+"/spec/variables/" + i2+"/type",schemaPath:"#/properties/spec/properties/variables/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema58.properties.spec.properties.variables.items.properties.type.enum},schema:schema58.properties.spec.properties.variables.items.properties.type.enum,parentSchema:schema58.properties.spec.properties.variables.items.properties.type,data:data27};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data23.values !== undefined){
let data28 = data23.values;
if(Array.isArray(data28)){
if(data28.length < 1){
const err56 = {instancePath:instancePath+"/spec/variables/" + i2+"/values",schemaPath:"#/properties/spec/properties/variables/items/properties/values/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema58.properties.spec.properties.variables.items.properties.values,data:data28};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
const len3 = data28.length;
for(let i3=0; i3<len3; i3++){
let data29 = data28[i3];
if(typeof data29 !== "string"){
const err57 = {instancePath:instancePath+"/spec/variables/" + i2+"/values/" + i3,schemaPath:"#/properties/spec/properties/variables/items/properties/values/items/type",keyword:"type",params:{type: "string"},schema:schema58.properties.spec.properties.variables.items.properties.values.items.type,parentSchema:schema58.properties.spec.properties.variables.items.properties.values.items,data:data29};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/spec/variables/" + i2+"/values",schemaPath:"#/properties/spec/properties/variables/items/properties/values/type",keyword:"type",params:{type: "array"},schema:schema58.properties.spec.properties.variables.items.properties.values.type,parentSchema:schema58.properties.spec.properties.variables.items.properties.values,data:data28};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data23.default !== undefined){
let data30 = data23.default;
if(((typeof data30 !== "string") && (typeof data30 !== "boolean")) && (!((typeof data30 == "number") && (isFinite(data30))))){
const err59 = {instancePath:instancePath+"/spec/variables/" + i2+"/default",schemaPath:"#/properties/spec/properties/variables/items/properties/default/type",keyword:"type",params:{type: schema58.properties.spec.properties.variables.items.properties.default.type},schema:schema58.properties.spec.properties.variables.items.properties.default.type,parentSchema:schema58.properties.spec.properties.variables.items.properties.default,data:data30};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data23.required !== undefined){
let data31 = data23.required;
if(typeof data31 !== "boolean"){
const err60 = {instancePath:instancePath+"/spec/variables/" + i2+"/required",schemaPath:"#/properties/spec/properties/variables/items/properties/required/type",keyword:"type",params:{type: "boolean"},schema:schema58.properties.spec.properties.variables.items.properties.required.type,parentSchema:schema58.properties.spec.properties.variables.items.properties.required,data:data31};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data23.pattern !== undefined){
let data32 = data23.pattern;
if(typeof data32 === "string"){
if(func3(data32) < 1){
const err61 = {instancePath:instancePath+"/spec/variables/" + i2+"/pattern",schemaPath:"#/properties/spec/properties/variables/items/properties/pattern/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema58.properties.spec.properties.variables.items.properties.pattern,data:data32};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/spec/variables/" + i2+"/pattern",schemaPath:"#/properties/spec/properties/variables/items/properties/pattern/type",keyword:"type",params:{type: "string"},schema:schema58.properties.spec.properties.variables.items.properties.pattern.type,parentSchema:schema58.properties.spec.properties.variables.items.properties.pattern,data:data32};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data23.secret !== undefined){
let data33 = data23.secret;
if(typeof data33 !== "boolean"){
const err63 = {instancePath:instancePath+"/spec/variables/" + i2+"/secret",schemaPath:"#/properties/spec/properties/variables/items/properties/secret/type",keyword:"type",params:{type: "boolean"},schema:schema58.properties.spec.properties.variables.items.properties.secret.type,parentSchema:schema58.properties.spec.properties.variables.items.properties.secret,data:data33};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/spec/variables/" + i2,schemaPath:"#/properties/spec/properties/variables/items/type",keyword:"type",params:{type: "object"},schema:schema58.properties.spec.properties.variables.items.type,parentSchema:schema58.properties.spec.properties.variables.items,data:data23};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/spec/variables",schemaPath:"#/properties/spec/properties/variables/type",keyword:"type",params:{type: "array"},schema:schema58.properties.spec.properties.variables.type,parentSchema:schema58.properties.spec.properties.variables,data:data22};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data19.files !== undefined){
let data34 = data19.files;
if(Array.isArray(data34)){
if(data34.length < 1){
const err66 = {instancePath:instancePath+"/spec/files",schemaPath:"#/properties/spec/properties/files/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema58.properties.spec.properties.files,data:data34};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
const len4 = data34.length;
for(let i4=0; i4<len4; i4++){
let data35 = data34[i4];
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.source === undefined){
const err67 = {instancePath:instancePath+"/spec/files/" + i4,schemaPath:"#/properties/spec/properties/files/items/required",keyword:"required",params:{missingProperty: "source"},schema:schema58.properties.spec.properties.files.items.required,parentSchema:schema58.properties.spec.properties.files.items,data:data35};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data35.target === undefined){
const err68 = {instancePath:instancePath+"/spec/files/" + i4,schemaPath:"#/properties/spec/properties/files/items/required",keyword:"required",params:{missingProperty: "target"},schema:schema58.properties.spec.properties.files.items.required,parentSchema:schema58.properties.spec.properties.files.items,data:data35};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
for(const key7 in data35){
if(!(((key7 === "source") || (key7 === "target")) || (key7 === "when"))){
const err69 = {instancePath:instancePath+"/spec/files/" + i4,schemaPath:"#/properties/spec/properties/files/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},schema:false,parentSchema:schema58.properties.spec.properties.files.items,data:data35};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data35.source !== undefined){
let data36 = data35.source;
if(typeof data36 === "string"){
if(func3(data36) < 1){
const err70 = {instancePath:instancePath+"/spec/files/" + i4+"/source",schemaPath:"#/properties/spec/properties/files/items/properties/source/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema58.properties.spec.properties.files.items.properties.source,data:data36};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/spec/files/" + i4+"/source",schemaPath:"#/properties/spec/properties/files/items/properties/source/type",keyword:"type",params:{type: "string"},schema:schema58.properties.spec.properties.files.items.properties.source.type,parentSchema:schema58.properties.spec.properties.files.items.properties.source,data:data36};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data35.target !== undefined){
let data37 = data35.target;
if(typeof data37 === "string"){
if(func3(data37) < 1){
const err72 = {instancePath:instancePath+"/spec/files/" + i4+"/target",schemaPath:"#/properties/spec/properties/files/items/properties/target/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema58.properties.spec.properties.files.items.properties.target,data:data37};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/spec/files/" + i4+"/target",schemaPath:"#/properties/spec/properties/files/items/properties/target/type",keyword:"type",params:{type: "string"},schema:schema58.properties.spec.properties.files.items.properties.target.type,parentSchema:schema58.properties.spec.properties.files.items.properties.target,data:data37};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data35.when !== undefined){
let data38 = data35.when;
if(typeof data38 === "string"){
if(func3(data38) < 1){
const err74 = {instancePath:instancePath+"/spec/files/" + i4+"/when",schemaPath:"#/properties/spec/properties/files/items/properties/when/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema58.properties.spec.properties.files.items.properties.when,data:data38};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/spec/files/" + i4+"/when",schemaPath:"#/properties/spec/properties/files/items/properties/when/type",keyword:"type",params:{type: "string"},schema:schema58.properties.spec.properties.files.items.properties.when.type,parentSchema:schema58.properties.spec.properties.files.items.properties.when,data:data38};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/spec/files/" + i4,schemaPath:"#/properties/spec/properties/files/items/type",keyword:"type",params:{type: "object"},schema:schema58.properties.spec.properties.files.items.type,parentSchema:schema58.properties.spec.properties.files.items,data:data35};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/spec/files",schemaPath:"#/properties/spec/properties/files/type",keyword:"type",params:{type: "array"},schema:schema58.properties.spec.properties.files.type,parentSchema:schema58.properties.spec.properties.files,data:data34};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},schema:schema58.properties.spec.type,parentSchema:schema58.properties.spec,data:data19};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
else {
const err79 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}
