/** The example of the language (§2). */
export const MY_SERVICE = `apiVersion: orchestr8.io/v1
kind: Module
metadata:
  name: my-service
  version: "1.0.0"
  description: "Example microservice with API and database"
spec:
  team: platform-team
  owner: john.doe@company.com
  category: backend-service
  dependencies:
    - postgresql
    - name: redis
      version: "^6.0"
      namespace: redis
      optional: true
  security:
    podSecurityStandard: restricted
    networkIsolation: true
    secretsManager: external-secrets
  resources:
    requests: { memory: "256Mi", cpu: "100m" }
    limits: { memory: "512Mi", cpu: "500m" }
  networking:
    ports:
      - { name: http, port: 8080, protocol: TCP }
    ingress: { enabled: true, host: my-service.example.com }
  monitoring:
    metrics: true
    healthChecks: { liveness: /health/live, readiness: /health/ready }
    alerts:
      - { name: HighErrorRate, condition: "error_rate > 5%", severity: warning }
`;
