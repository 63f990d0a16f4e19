// Written by aws/write.py.
using Amazon.Runtime;

namespace Amazon.APIGateway;

public class AccessAssociationSourceType : ConstantClass
{
    public static readonly AccessAssociationSourceType VPCE = new("VPCE");

    public AccessAssociationSourceType(string value) : base(value) { }

    public static AccessAssociationSourceType FindValue(string value) => FindValue<AccessAssociationSourceType>(value);

    public static implicit operator AccessAssociationSourceType(string value) => FindValue(value);
}

public class ApiKeySourceType : ConstantClass
{
    public static readonly ApiKeySourceType AUTHORIZER = new("AUTHORIZER");
    public static readonly ApiKeySourceType HEADER = new("HEADER");

    public ApiKeySourceType(string value) : base(value) { }

    public static ApiKeySourceType FindValue(string value) => FindValue<ApiKeySourceType>(value);

    public static implicit operator ApiKeySourceType(string value) => FindValue(value);
}

public class ApiStatus : ConstantClass
{
    public static readonly ApiStatus AVAILABLE = new("AVAILABLE");
    public static readonly ApiStatus FAILED = new("FAILED");
    public static readonly ApiStatus PENDING = new("PENDING");
    public static readonly ApiStatus UPDATING = new("UPDATING");

    public ApiStatus(string value) : base(value) { }

    public static ApiStatus FindValue(string value) => FindValue<ApiStatus>(value);

    public static implicit operator ApiStatus(string value) => FindValue(value);
}

public class AuthorizerType : ConstantClass
{
    public static readonly AuthorizerType COGNITO_USER_POOLS = new("COGNITO_USER_POOLS");
    public static readonly AuthorizerType REQUEST = new("REQUEST");
    public static readonly AuthorizerType TOKEN = new("TOKEN");

    public AuthorizerType(string value) : base(value) { }

    public static AuthorizerType FindValue(string value) => FindValue<AuthorizerType>(value);

    public static implicit operator AuthorizerType(string value) => FindValue(value);
}

public class CacheClusterSize : ConstantClass
{
    public static readonly CacheClusterSize GB_0_5 = new("0.5");
    public static readonly CacheClusterSize GB_1_6 = new("1.6");
    public static readonly CacheClusterSize GB_118 = new("118");
    public static readonly CacheClusterSize GB_13_5 = new("13.5");
    public static readonly CacheClusterSize GB_237 = new("237");
    public static readonly CacheClusterSize GB_28_4 = new("28.4");
    public static readonly CacheClusterSize GB_58_2 = new("58.2");
    public static readonly CacheClusterSize GB_6_1 = new("6.1");

    public CacheClusterSize(string value) : base(value) { }

    public static CacheClusterSize FindValue(string value) => FindValue<CacheClusterSize>(value);

    public static implicit operator CacheClusterSize(string value) => FindValue(value);
}

public class CacheClusterStatus : ConstantClass
{
    public static readonly CacheClusterStatus AVAILABLE = new("AVAILABLE");
    public static readonly CacheClusterStatus CREATE_IN_PROGRESS = new("CREATE_IN_PROGRESS");
    public static readonly CacheClusterStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");
    public static readonly CacheClusterStatus FLUSH_IN_PROGRESS = new("FLUSH_IN_PROGRESS");
    public static readonly CacheClusterStatus NOT_AVAILABLE = new("NOT_AVAILABLE");

    public CacheClusterStatus(string value) : base(value) { }

    public static CacheClusterStatus FindValue(string value) => FindValue<CacheClusterStatus>(value);

    public static implicit operator CacheClusterStatus(string value) => FindValue(value);
}

public class ConnectionType : ConstantClass
{
    public static readonly ConnectionType INTERNET = new("INTERNET");
    public static readonly ConnectionType VPC_LINK = new("VPC_LINK");

    public ConnectionType(string value) : base(value) { }

    public static ConnectionType FindValue(string value) => FindValue<ConnectionType>(value);

    public static implicit operator ConnectionType(string value) => FindValue(value);
}

public class ContentHandlingStrategy : ConstantClass
{
    public static readonly ContentHandlingStrategy CONVERT_TO_BINARY = new("CONVERT_TO_BINARY");
    public static readonly ContentHandlingStrategy CONVERT_TO_TEXT = new("CONVERT_TO_TEXT");

    public ContentHandlingStrategy(string value) : base(value) { }

    public static ContentHandlingStrategy FindValue(string value) => FindValue<ContentHandlingStrategy>(value);

    public static implicit operator ContentHandlingStrategy(string value) => FindValue(value);
}

public class DocumentationPartType : ConstantClass
{
    public static readonly DocumentationPartType API = new("API");
    public static readonly DocumentationPartType AUTHORIZER = new("AUTHORIZER");
    public static readonly DocumentationPartType METHOD = new("METHOD");
    public static readonly DocumentationPartType MODEL = new("MODEL");
    public static readonly DocumentationPartType PATH_PARAMETER = new("PATH_PARAMETER");
    public static readonly DocumentationPartType QUERY_PARAMETER = new("QUERY_PARAMETER");
    public static readonly DocumentationPartType REQUEST_BODY = new("REQUEST_BODY");
    public static readonly DocumentationPartType REQUEST_HEADER = new("REQUEST_HEADER");
    public static readonly DocumentationPartType RESOURCE = new("RESOURCE");
    public static readonly DocumentationPartType RESPONSE = new("RESPONSE");
    public static readonly DocumentationPartType RESPONSE_BODY = new("RESPONSE_BODY");
    public static readonly DocumentationPartType RESPONSE_HEADER = new("RESPONSE_HEADER");

    public DocumentationPartType(string value) : base(value) { }

    public static DocumentationPartType FindValue(string value) => FindValue<DocumentationPartType>(value);

    public static implicit operator DocumentationPartType(string value) => FindValue(value);
}

public class DomainNameStatus : ConstantClass
{
    public static readonly DomainNameStatus AVAILABLE = new("AVAILABLE");
    public static readonly DomainNameStatus FAILED = new("FAILED");
    public static readonly DomainNameStatus PENDING = new("PENDING");
    public static readonly DomainNameStatus PENDING_CERTIFICATE_REIMPORT = new("PENDING_CERTIFICATE_REIMPORT");
    public static readonly DomainNameStatus PENDING_OWNERSHIP_VERIFICATION = new("PENDING_OWNERSHIP_VERIFICATION");
    public static readonly DomainNameStatus UPDATING = new("UPDATING");

    public DomainNameStatus(string value) : base(value) { }

    public static DomainNameStatus FindValue(string value) => FindValue<DomainNameStatus>(value);

    public static implicit operator DomainNameStatus(string value) => FindValue(value);
}

public class EndpointAccessMode : ConstantClass
{
    public static readonly EndpointAccessMode BASIC = new("BASIC");
    public static readonly EndpointAccessMode STRICT = new("STRICT");

    public EndpointAccessMode(string value) : base(value) { }

    public static EndpointAccessMode FindValue(string value) => FindValue<EndpointAccessMode>(value);

    public static implicit operator EndpointAccessMode(string value) => FindValue(value);
}

public class GatewayResponseType : ConstantClass
{
    public static readonly GatewayResponseType ACCESS_DENIED = new("ACCESS_DENIED");
    public static readonly GatewayResponseType API_CONFIGURATION_ERROR = new("API_CONFIGURATION_ERROR");
    public static readonly GatewayResponseType AUTHORIZER_CONFIGURATION_ERROR = new("AUTHORIZER_CONFIGURATION_ERROR");
    public static readonly GatewayResponseType AUTHORIZER_FAILURE = new("AUTHORIZER_FAILURE");
    public static readonly GatewayResponseType BAD_REQUEST_BODY = new("BAD_REQUEST_BODY");
    public static readonly GatewayResponseType BAD_REQUEST_PARAMETERS = new("BAD_REQUEST_PARAMETERS");
    public static readonly GatewayResponseType DEFAULT_4XX = new("DEFAULT_4XX");
    public static readonly GatewayResponseType DEFAULT_5XX = new("DEFAULT_5XX");
    public static readonly GatewayResponseType EXPIRED_TOKEN = new("EXPIRED_TOKEN");
    public static readonly GatewayResponseType INTEGRATION_FAILURE = new("INTEGRATION_FAILURE");
    public static readonly GatewayResponseType INTEGRATION_TIMEOUT = new("INTEGRATION_TIMEOUT");
    public static readonly GatewayResponseType INVALID_API_KEY = new("INVALID_API_KEY");
    public static readonly GatewayResponseType INVALID_SIGNATURE = new("INVALID_SIGNATURE");
    public static readonly GatewayResponseType MISSING_AUTHENTICATION_TOKEN = new("MISSING_AUTHENTICATION_TOKEN");
    public static readonly GatewayResponseType QUOTA_EXCEEDED = new("QUOTA_EXCEEDED");
    public static readonly GatewayResponseType REQUEST_TOO_LARGE = new("REQUEST_TOO_LARGE");
    public static readonly GatewayResponseType RESOURCE_NOT_FOUND = new("RESOURCE_NOT_FOUND");
    public static readonly GatewayResponseType THROTTLED = new("THROTTLED");
    public static readonly GatewayResponseType UNAUTHORIZED = new("UNAUTHORIZED");
    public static readonly GatewayResponseType UNSUPPORTED_MEDIA_TYPE = new("UNSUPPORTED_MEDIA_TYPE");
    public static readonly GatewayResponseType WAF_FILTERED = new("WAF_FILTERED");

    public GatewayResponseType(string value) : base(value) { }

    public static GatewayResponseType FindValue(string value) => FindValue<GatewayResponseType>(value);

    public static implicit operator GatewayResponseType(string value) => FindValue(value);
}

public class IntegrationType : ConstantClass
{
    public static readonly IntegrationType AWS = new("AWS");
    public static readonly IntegrationType AWS_PROXY = new("AWS_PROXY");
    public static readonly IntegrationType HTTP = new("HTTP");
    public static readonly IntegrationType HTTP_PROXY = new("HTTP_PROXY");
    public static readonly IntegrationType MOCK = new("MOCK");

    public IntegrationType(string value) : base(value) { }

    public static IntegrationType FindValue(string value) => FindValue<IntegrationType>(value);

    public static implicit operator IntegrationType(string value) => FindValue(value);
}

public class IpAddressType : ConstantClass
{
    public static readonly IpAddressType Dualstack = new("dualstack");
    public static readonly IpAddressType Ipv4 = new("ipv4");

    public IpAddressType(string value) : base(value) { }

    public static IpAddressType FindValue(string value) => FindValue<IpAddressType>(value);

    public static implicit operator IpAddressType(string value) => FindValue(value);
}

public class LocationStatusType : ConstantClass
{
    public static readonly LocationStatusType DOCUMENTED = new("DOCUMENTED");
    public static readonly LocationStatusType UNDOCUMENTED = new("UNDOCUMENTED");

    public LocationStatusType(string value) : base(value) { }

    public static LocationStatusType FindValue(string value) => FindValue<LocationStatusType>(value);

    public static implicit operator LocationStatusType(string value) => FindValue(value);
}

public class Op : ConstantClass
{
    public static readonly Op Add = new("add");
    public static readonly Op Copy = new("copy");
    public static readonly Op Move = new("move");
    public static readonly Op Remove = new("remove");
    public static readonly Op Replace = new("replace");
    public static readonly Op Test = new("test");

    public Op(string value) : base(value) { }

    public static Op FindValue(string value) => FindValue<Op>(value);

    public static implicit operator Op(string value) => FindValue(value);
}

public class PutMode : ConstantClass
{
    public static readonly PutMode Merge = new("merge");
    public static readonly PutMode Overwrite = new("overwrite");

    public PutMode(string value) : base(value) { }

    public static PutMode FindValue(string value) => FindValue<PutMode>(value);

    public static implicit operator PutMode(string value) => FindValue(value);
}

public class QuotaPeriodType : ConstantClass
{
    public static readonly QuotaPeriodType DAY = new("DAY");
    public static readonly QuotaPeriodType MONTH = new("MONTH");
    public static readonly QuotaPeriodType WEEK = new("WEEK");

    public QuotaPeriodType(string value) : base(value) { }

    public static QuotaPeriodType FindValue(string value) => FindValue<QuotaPeriodType>(value);

    public static implicit operator QuotaPeriodType(string value) => FindValue(value);
}

public class ResourceOwner : ConstantClass
{
    public static readonly ResourceOwner OTHER_ACCOUNTS = new("OTHER_ACCOUNTS");
    public static readonly ResourceOwner SELF = new("SELF");

    public ResourceOwner(string value) : base(value) { }

    public static ResourceOwner FindValue(string value) => FindValue<ResourceOwner>(value);

    public static implicit operator ResourceOwner(string value) => FindValue(value);
}

public class ResponseTransferMode : ConstantClass
{
    public static readonly ResponseTransferMode BUFFERED = new("BUFFERED");
    public static readonly ResponseTransferMode STREAM = new("STREAM");

    public ResponseTransferMode(string value) : base(value) { }

    public static ResponseTransferMode FindValue(string value) => FindValue<ResponseTransferMode>(value);

    public static implicit operator ResponseTransferMode(string value) => FindValue(value);
}

public class RoutingMode : ConstantClass
{
    public static readonly RoutingMode BASE_PATH_MAPPING_ONLY = new("BASE_PATH_MAPPING_ONLY");
    public static readonly RoutingMode ROUTING_RULE_ONLY = new("ROUTING_RULE_ONLY");
    public static readonly RoutingMode ROUTING_RULE_THEN_BASE_PATH_MAPPING = new("ROUTING_RULE_THEN_BASE_PATH_MAPPING");

    public RoutingMode(string value) : base(value) { }

    public static RoutingMode FindValue(string value) => FindValue<RoutingMode>(value);

    public static implicit operator RoutingMode(string value) => FindValue(value);
}

public class SecurityPolicy : ConstantClass
{
    public static readonly SecurityPolicy SecurityPolicy_TLS12_2018_EDGE = new("SecurityPolicy_TLS12_2018_EDGE");
    public static readonly SecurityPolicy SecurityPolicy_TLS12_PFS_2025_EDGE = new("SecurityPolicy_TLS12_PFS_2025_EDGE");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_2021_06 = new("SecurityPolicy_TLS13_1_2_2021_06");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09 = new("SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09 = new("SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09 = new("SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_PQ_2025_09 = new("SecurityPolicy_TLS13_1_2_PQ_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_3_2025_09 = new("SecurityPolicy_TLS13_1_3_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_3_FIPS_2025_09 = new("SecurityPolicy_TLS13_1_3_FIPS_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_2025_EDGE = new("SecurityPolicy_TLS13_2025_EDGE");
    public static readonly SecurityPolicy TLS_1_0 = new("TLS_1_0");
    public static readonly SecurityPolicy TLS_1_2 = new("TLS_1_2");

    public SecurityPolicy(string value) : base(value) { }

    public static SecurityPolicy FindValue(string value) => FindValue<SecurityPolicy>(value);

    public static implicit operator SecurityPolicy(string value) => FindValue(value);
}

public class UnauthorizedCacheControlHeaderStrategy : ConstantClass
{
    public static readonly UnauthorizedCacheControlHeaderStrategy FAIL_WITH_403 = new("FAIL_WITH_403");
    public static readonly UnauthorizedCacheControlHeaderStrategy SUCCEED_WITHOUT_RESPONSE_HEADER = new("SUCCEED_WITHOUT_RESPONSE_HEADER");
    public static readonly UnauthorizedCacheControlHeaderStrategy SUCCEED_WITH_RESPONSE_HEADER = new("SUCCEED_WITH_RESPONSE_HEADER");

    public UnauthorizedCacheControlHeaderStrategy(string value) : base(value) { }

    public static UnauthorizedCacheControlHeaderStrategy FindValue(string value) => FindValue<UnauthorizedCacheControlHeaderStrategy>(value);

    public static implicit operator UnauthorizedCacheControlHeaderStrategy(string value) => FindValue(value);
}

public class VpcLinkStatus : ConstantClass
{
    public static readonly VpcLinkStatus AVAILABLE = new("AVAILABLE");
    public static readonly VpcLinkStatus DELETING = new("DELETING");
    public static readonly VpcLinkStatus FAILED = new("FAILED");
    public static readonly VpcLinkStatus PENDING = new("PENDING");

    public VpcLinkStatus(string value) : base(value) { }

    public static VpcLinkStatus FindValue(string value) => FindValue<VpcLinkStatus>(value);

    public static implicit operator VpcLinkStatus(string value) => FindValue(value);
}
