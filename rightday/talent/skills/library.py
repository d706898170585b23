"""The list of skills that an agency begins with, in our own words: a name, then what else people say for it."""

from __future__ import annotations

from typing import Final

from rightday.talent.skills.rules import Entry

_LIST: Final = """
Python: py; Java: jvm; JavaScript: js, ecmascript; TypeScript: ts; Go: golang; Rust; C; C++: cpp; C#: c sharp
PHP; Ruby; Ruby on Rails: rails, ror; Kotlin; Swift; Objective-C; Scala; Elixir; Perl; R; MATLAB; COBOL; SQL
Bash: shell scripting; HTML; CSS: sass, less; React: react.js; Angular: angularjs; Vue.js: vue
Svelte; Next.js; Node.js: node; Django; Flask; FastAPI; Spring Boot: spring, spring framework
.NET: asp.net, dotnet core; Laravel; GraphQL; REST APIs: rest; gRPC; Microservices
Event-driven design: event sourcing; Kafka: apache kafka; RabbitMQ; Redis; PostgreSQL: postgres, psql
MySQL: mariadb; Oracle Database: oracle db, pl/sql; SQL Server: mssql, t-sql; MongoDB: mongo; Cassandra
Elasticsearch: elk; Snowflake; BigQuery; Redshift; Databricks; Spark: apache spark, pyspark; Hadoop
Airflow: apache airflow; dbt; ETL: elt; Data modelling: data modeling; Data warehousing: dwh
Power BI: powerbi; Tableau; Looker; Excel: ms excel; Statistics; Machine learning: ml; Deep learning
Computer vision; Natural language processing: nlp; Language models: llm, llms; PyTorch; TensorFlow
scikit-learn: sklearn; MLOps; Kubernetes: k8s; Docker: containers; Helm; Terraform: tf, iac; Ansible; Puppet
CI/CD: continuous integration, continuous delivery; Jenkins; GitLab CI; GitHub Actions; Git
AWS: amazon web services, ec2; Azure: microsoft azure; Google Cloud: gcp; Linux: unix, red hat; Windows Server
VMware; Networking: tcp/ip, cisco; Firewalls; Monitoring: observability; Prometheus: grafana; Datadog
Site reliability: sre; Incident management: incident lead; On-call; Performance tuning
Security engineering: appsec; Penetration testing: pentesting; Identity and access: iam, sso; ISO 27001; SOC 2
PCI DSS; GDPR: data protection; FHIR: hl7 fhir; HL7; SAP: sap s/4hana, sap erp; Salesforce: sfdc, apex
ServiceNow; Dynamics 365: ms dynamics; Workday; Oracle ERP; Jira; Confluence
Software architecture: solution architecture; Domain-driven design: ddd; Test automation: automated testing
Selenium; Playwright; Cypress; Manual testing: qa; Performance testing: load testing
Test-driven development: tdd; iOS development: ios; Android development: android; React Native; Flutter
Embedded software: firmware; FPGA: vhdl, verilog; PLC programming: plc; Robotics: ros; CAD: autocad
SolidWorks; Electrical design; Mechanical design; Agile: agile methods; Scrum: scrum master; Kanban; PRINCE2
PMP; Project management: pm; Programme management: program management; Product management: product owner
Business analysis: business analyst; Process mapping: bpmn; Change management; Stakeholder management
Team leadership: line management; Coaching: mentoring; Hiring; Budgeting; Procurement
Supplier management: vendor management; Contract negotiation; Sales; Account management
Marketing: digital marketing; SEO; Content writing: copywriting; UX design: ux; UI design: ui; User research
Figma; Accessibility: wcag; Technical writing; Customer support; Service desk: help desk, helpdesk; ITIL
Accounting: bookkeeping; Financial modelling: financial modeling; Payroll; Audit; Risk management; Compliance
FCA rules: fca; Anti-money laundering: aml, kyc; Credit risk; Insurance pricing: actuarial
Supply chain: logistics; Lean: six sigma; Health and safety; Nursing; Clinical research: gcp trials; Teaching
Legal drafting; German; French; Spanish; Dutch; Handover; Migration: data migration
"""


def entries() -> tuple[Entry, ...]:
    """Every skill of the list, in its order."""
    return tuple(_entry(one) for line in _LIST.strip().splitlines() for one in line.split(";") if one.strip())


def _entry(words: str) -> Entry:
    name, _, others = words.partition(":")
    return Entry(name.strip(), tuple(other.strip() for other in others.split(",") if other.strip()))
