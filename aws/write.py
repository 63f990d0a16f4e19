"""Writes the C# of Amazon.Clients: requests, responses, shapes, enumerations, exceptions and clients of the operations named below.

    pip install botocore && python aws/write.py

AWS's own service models come with botocore. Names follow the official AWS SDK for .NET (v4), so that the day its packages restore,
aws/ goes and nothing else changes. Another operation is one more word below. Wire/ is written by hand.
"""
import gzip
import json
import os
import re

import botocore

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Amazon.Clients")

SERVICES = {
    "APIGateway": {
        "model": "apigateway/2015-07-09",
        "operations": """
            CreateRestApi ImportRestApi PutRestApi GetRestApi GetRestApis UpdateRestApi DeleteRestApi GetResources GetResource
            GetModels GetRequestValidators GetAuthorizers GetGatewayResponses
            CreateDocumentationPart GetDocumentationParts UpdateDocumentationPart DeleteDocumentationPart
            CreateDocumentationVersion GetDocumentationVersions UpdateDocumentationVersion DeleteDocumentationVersion
            CreateDeployment GetDeployment GetDeployments UpdateDeployment DeleteDeployment
            CreateStage GetStage GetStages UpdateStage DeleteStage GetExport TagResource UntagResource GetTags GetAccount TestInvokeMethod
            CreateUsagePlan GetUsagePlan GetUsagePlans UpdateUsagePlan DeleteUsagePlan CreateUsagePlanKey GetUsagePlanKeys DeleteUsagePlanKey
            CreateApiKey GetApiKey GetApiKeys UpdateApiKey DeleteApiKey GetUsage UpdateUsage
            GenerateClientCertificate GetClientCertificate GetClientCertificates UpdateClientCertificate DeleteClientCertificate
            CreateVpcLink GetVpcLinks UpdateVpcLink DeleteVpcLink UpdateAccount
            CreateDomainName GetDomainName GetDomainNames UpdateDomainName DeleteDomainName CreateDomainNameAccessAssociation DeleteDomainNameAccessAssociation GetDomainNameAccessAssociations
            CreateBasePathMapping GetBasePathMappings UpdateBasePathMapping DeleteBasePathMapping""",
        # Names that the official SDK spells otherwise than its rule would.
        "constants": {"CacheClusterSize": lambda value: "GB_" + value.replace(".", "_")},
    },
    "CloudWatch": {
        "model": "cloudwatch/2010-08-01",
        "operations": "GetMetricData ListMetrics PutMetricData",
        "without_request": ["ListMetrics"],
    },
    "CloudWatchLogs": {
        "model": "logs/2014-03-28",
        "operations": "CreateLogGroup CreateLogStream DescribeLogGroups FilterLogEvents PutLogEvents PutRetentionPolicy",
        "without_request": ["DescribeLogGroups"],
        # Longs on the wire that the official SDK gives as times; FilterLogEvents' times stay longs there too.
        "milliseconds": {("LogGroup", "creationTime"), ("InputLogEvent", "timestamp")},
    },
    "ApiGatewayV2": {
        "model": "apigatewayv2/2018-11-29",
        "operations": """
            CreateApi DeleteApi DeleteCorsConfiguration ExportApi GetApi GetApis ReimportApi UpdateApi
            CreateAuthorizer DeleteAuthorizer GetAuthorizers UpdateAuthorizer
            CreateDeployment DeleteDeployment GetDeployments
            CreateIntegration DeleteIntegration GetIntegrations UpdateIntegration
            CreateIntegrationResponse DeleteIntegrationResponse GetIntegrationResponses UpdateIntegrationResponse
            CreateModel DeleteModel GetModels UpdateModel
            CreateRoute DeleteRoute GetRoutes UpdateRoute
            CreateRouteResponse DeleteRouteResponse GetRouteResponses UpdateRouteResponse DeleteRouteRequestParameter
            CreateStage DeleteAccessLogSettings DeleteRouteSettings DeleteStage GetStages UpdateStage
            GetTags TagResource UntagResource
            CreateVpcLink DeleteVpcLink GetVpcLinks UpdateVpcLink
            CreateApiMapping DeleteApiMapping GetApiMappings UpdateApiMapping
            CreateRoutingRule DeleteRoutingRule ListRoutingRules PutRoutingRule
        """,
    },
    "CloudTrail": {
        "model": "cloudtrail/2013-11-01",
        "operations": "LookupEvents",
    },
    "IdentityManagement": {
        "model": "iam/2010-05-08",
        "operations": "SimulatePrincipalPolicy",
        # One address for all Regions of a partition.
        "global": True,
        "client": "IdentityManagementService",
    },
    "WAFV2": {
        "model": "wafv2/2019-07-29",
        "operations": "AssociateWebACL DisassociateWebACL",
    },
}

SCALARS = {"string": "string", "integer": "int?", "long": "long?", "double": "double?", "float": "float?", "boolean": "bool?",
           "timestamp": "DateTime?", "blob": "MemoryStream"}
TRAVELS = {"uri": "InPath", "querystring": "InQuery", "header": "InHeader"}
CONSTRUCTORS = """    public {0}() {{ }}
    public {0}(string message) : base(message) {{ }}
    public {0}(string message, Exception innerException) : base(message, innerException) {{ }}
    public {0}(Exception innerException) : base(innerException) {{ }}
    public {0}(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) {{ }}
    public {0}(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) {{ }}
"""


def upper(name):
    return name[0].upper() + name[1:]


class Service:
    def __init__(self, name, settings):
        path = os.path.join(os.path.dirname(botocore.__file__), "data", settings["model"], "service-2.json.gz")
        with gzip.open(path) as model:
            self.model = json.load(model)
        self.name, self.settings, self.meta = name, settings, self.model["metadata"]
        # What the official SDK calls the service in the names of its types, where that is not its namespace.
        self.stem = settings.get("client", name)
        self.rest = self.meta["protocol"] == "rest-json"
        self.operations = {name: self.model["operations"][name] for name in sorted(settings["operations"].split())}
        self.shapes, self.enums = {}, {}

    def shape(self, name):
        return self.model["shapes"][name]

    def type(self, name):
        """The C# type of a member. An enumeration is a string inside of a list or a map, as in the official SDK."""
        shape = self.shape(name)
        match shape["type"]:
            case "structure":
                self.reach(name)
                return name
            case "list":
                return f"List<{self.element(shape['member']['shape'])}>"
            case "map":
                return f"Dictionary<{self.element(shape['key']['shape'])}, {self.element(shape['value']['shape'])}>"
            case "string" if "enum" in shape:
                self.enums[name] = shape["enum"]
                return name
        return SCALARS[shape["type"]]

    def element(self, name):
        shape = self.shape(name)
        if shape["type"] == "string":
            return "string"
        return self.type(name).removesuffix("?")

    def reach(self, name):
        if name not in self.shapes:
            self.shapes[name] = None
            self.shapes[name] = self.members(self.shape(name), name)

    def members(self, shape, owner=None):
        lines = []
        for name, member in sorted(shape.get("members", {}).items(), key=lambda pair: upper(pair[0])):
            # Of an error, the runtime reads the message and Wire reads headers; other members of its body would stay empty.
            if shape.get("exception") and member.get("location") != "header":
                continue
            # A member cannot be named as its class is: the official SDK says Name then.
            property_name = "Name" if upper(name) == owner else upper(name)
            wire = member.get("locationName", name)
            attribute = ""
            if member.get("location") in TRAVELS:
                argument = f'("{member["locationName"]}")' if "locationName" in member else ""
                attribute = f"[{TRAVELS[member['location']]}{argument}] "
            elif shape.get("payload") == name:
                attribute = "[AsBody] "
            elif wire != (property_name[0].lower() + property_name[1:] if self.lower_first else property_name):
                attribute = f'[JsonPropertyName("{wire}")] '
            csharp = self.type(member["shape"])
            if (owner, name) in self.settings.get("milliseconds", ()):
                attribute, csharp = "[JsonConverter(typeof(MillisecondsConverter))] ", "DateTime?"
            lines.append(f"    {attribute}public {csharp} {property_name} {{ get; set; }}")
        return lines

    @property
    def lower_first(self):
        return self.name not in ("CloudWatch", "WAFV2") and self.meta["protocol"] != "query"

    def write(self):
        requests = {f"{name}Request": self.members(self.shape(op["input"]["shape"])) if "input" in op else []
                    for name, op in self.operations.items()}
        responses = {f"{name}Response": self.members(self.shape(op["output"]["shape"])) if "output" in op else []
                     for name, op in self.operations.items()}
        errors = {self.exception(error["shape"]): error["shape"] for op in self.operations.values() for error in op.get("errors", [])}

        def classes(members, base=""):
            return "\n".join(f"public class {name}{base}\n{{\n" + "".join(line + "\n" for line in lines) + "}\n"
                             for name, lines in sorted(members.items()))

        self.file("Model/Requests", f"public class Amazon{self.stem}Request : AmazonWebServiceRequest;\n\n"
                  + classes(requests, f" : Amazon{self.stem}Request"), "Model")
        self.file("Model/Responses", classes(responses, " : AmazonWebServiceResponse"), "Model")
        self.file("Model/Shapes", classes(self.shapes), "Model")
        self.file("Model/Exceptions", "\n".join(
            f"public class {name} : Amazon{self.stem}Exception\n{{\n{CONSTRUCTORS.format(name)}"
            + "".join("\n" + line + "\n" for line in self.members(self.shape(shape))) + "}\n" for name, shape in sorted(errors.items())), "Model")
        self.file(f"Amazon{self.stem}Exception",
                  f"public class Amazon{self.stem}Exception : AmazonServiceException\n{{\n"
                  + CONSTRUCTORS.format(f"Amazon{self.stem}Exception") + "}\n")
        self.file("ServiceEnumerations", "\n".join(self.enumeration(*pair) for pair in sorted(self.enums.items())))
        self.client(errors)

    def enumeration(self, name, values):
        spell = self.settings.get("constants", {}).get(name, lambda value: "".join(upper(part) for part in re.split(r"[^A-Za-z0-9_]+", value) if part))
        constants = "".join(f'    public static readonly {name} {spell(value)} = new("{value}");\n' for value in sorted(values))
        return (f"public class {name} : ConstantClass\n{{\n{constants}\n    public {name}(string value) : base(value) {{ }}\n\n"
                f"    public static {name} FindValue(string value) => FindValue<{name}>(value);\n\n"
                f"    public static implicit operator {name}(string value) => FindValue(value);\n}}\n")

    def client(self, errors):
        name, client = self.stem, f"Amazon{self.stem}Client"
        config = f"Amazon{name}Config"
        signatures = {op: f"Task<{op}Response> {op}Async({op}Request request, CancellationToken cancellationToken = default)"
                      for op in self.operations}
        without = {op: f"Task<{op}Response> {op}Async(CancellationToken cancellationToken = default)"
                   for op in self.settings.get("without_request", [])}
        self.file(f"IAmazon{name}", f"public interface IAmazon{name} : IAmazonService, IDisposable\n{{\n"
                  + "\n\n".join(f"    {signature};" for signature in [*signatures.values(), *without.values()]) + "\n}\n")

        self.file(config, f"""public class {config} : ClientConfig
{{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("4.0.0.0");

    public {config}() : base(Defaults.Provider())
    {{
        base.ServiceId = "{self.meta["serviceId"]}";
        AuthenticationServiceName = "{self.meta.get("signingName", self.meta["endpointPrefix"])}";
        EndpointProvider = new EndpointRules("{self.meta["endpointPrefix"]}"{", ofPartition: true" if self.settings.get("global") else ""});
    }}

    public static new string ServiceId => "{self.meta["serviceId"]}";

    public override string RegionEndpointServiceName => "{self.meta["endpointPrefix"]}";

    public override string ServiceVersion => "{self.meta["apiVersion"]}";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}}
""")

        known = "".join(f'        ["{code}"] = static e => new {error}(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),\n'
                        for error, shape in sorted(errors.items()) for code in self.codes(shape))
        calls = "\n".join(f"    public virtual {signature} =>\n        {self.call(op)};\n" for op, signature in signatures.items())
        calls += "".join(f"\n    public virtual {signature} => {op}Async(new {op}Request(), cancellationToken);\n" for op, signature in without.items())
        self.file(client, f"""public class {client} : AmazonServiceClient, IAmazon{name}
{{
    private static readonly Protocol Wire = new("Amazon.{self.name}", WireJson.{"Camel" if self.lower_first else "Pascal"}, static e => new Amazon{name}Exception(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
    {{
{known}    }};

    public {client}() : base(new {config}()) {{ }}
    public {client}(RegionEndpoint region) : base(new {config} {{ RegionEndpoint = region }}) {{ }}
    public {client}({config} config) : base(config) {{ }}
    public {client}(AWSCredentials credentials) : this(credentials, new {config}()) {{ }}
    public {client}(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new {config} {{ RegionEndpoint = region }}) {{ }}
    public {client}(AWSCredentials credentials, {config} clientConfig) : base(credentials, clientConfig) {{ }}
    public {client}(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new {config}()) {{ }}
    public {client}(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, new {config} {{ RegionEndpoint = region }}) {{ }}
    public {client}(string awsAccessKeyId, string awsSecretAccessKey, {config} clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) {{ }}
    public {client}(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new {config}()) {{ }}
    public {client}(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new {config} {{ RegionEndpoint = region }}) {{ }}
    public {client}(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, {config} clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) {{ }}

    protected override IServiceMetadata ServiceMetadata {{ get; }} = new Metadata("{self.meta["serviceId"]}");

    /// <summary>Never, whatever the SDK's logging is set to: an answer may hold the value of an API key.</summary>
    protected override bool SupportResponseLogging => false;

{calls}
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {config}();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => new {client}(awsCredentials, ({config})clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Protocol.Customize(pipeline);
}}
""")

    def exception(self, shape):
        return re.sub("(Exception|Fault)?$", "Exception", shape, count=1)

    def codes(self, shape):
        """The name in today's protocols and, where the service once spoke the query protocol, the code of that."""
        return sorted({shape, self.shape(shape).get("error", {}).get("code", shape)})

    def call(self, operation):
        http = self.model["operations"][operation]["http"]
        if self.meta["protocol"] == "query":
            return f'InvokeAsync<{operation}Response>(request, Wire.Query<{operation}Request, {operation}Response>("{operation}", "{self.meta["apiVersion"]}"), cancellationToken)'
        line = f'"{http["method"]}", "{http["requestUri"]}"' if self.rest else f'"{self.meta["targetPrefix"]}.{operation}", "{self.meta["jsonVersion"]}"'
        return f"InvokeAsync<{operation}Response>(request, Wire.Call<{operation}Request, {operation}Response>({line}), cancellationToken)"

    USINGS = {
        "HttpStatusCode": "System.Net", "JsonPropertyName": "System.Text.Json.Serialization", "JsonConverter": "System.Text.Json.Serialization",
        r"\bAWSCredentials\b|\bClientConfig\b|\bConstantClass\b|\bAmazonService\w*\b|\bAmazonWebService\w+\b|\bIAmazonService\b|\bErrorType errorType\b": "Amazon.Runtime",
        "RuntimePipeline": "Amazon.Runtime.Internal", r"\bEndpoint\b": "Amazon.Runtime.Endpoints", "InternalSDKUtils": "Amazon.Util.Internal",
        r"\bDefaults\b|\bProtocol\b|\[InPath|\[InQuery|\[InHeader|\[AsBody|MillisecondsConverter": "Amazon.Wire",
    }

    def file(self, path, body, below=""):
        usings = {using for pattern, using in self.USINGS.items() if re.search(pattern, body)}
        if not below and re.search(r"Request request", body):
            usings.add(f"Amazon.{self.name}.Model")
        order = sorted(usings, key=lambda using: (not using.startswith("System"), using))
        text = ("// Written by aws/write.py.\n" + "".join(f"using {using};\n" for using in order) + ("\n" if order else "")
                + f"namespace Amazon.{self.name}{'.' + below if below else ''};\n\n" + body)
        target = os.path.join(HERE, self.name, path + ".cs")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)


if __name__ == "__main__":
    for name, settings in SERVICES.items():
        Service(name, settings).write()
