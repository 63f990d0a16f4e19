// Written by aws/write.py.
using Amazon.Runtime;

namespace Amazon.ApiGatewayV2;

public class AuthorizationType : ConstantClass
{
    public static readonly AuthorizationType AWS_IAM = new("AWS_IAM");
    public static readonly AuthorizationType CUSTOM = new("CUSTOM");
    public static readonly AuthorizationType JWT = new("JWT");
    public static readonly AuthorizationType NONE = new("NONE");

    public AuthorizationType(string value) : base(value) { }

    public static AuthorizationType FindValue(string value) => FindValue<AuthorizationType>(value);

    public static implicit operator AuthorizationType(string value) => FindValue(value);
}

public class AuthorizerType : ConstantClass
{
    public static readonly AuthorizerType JWT = new("JWT");
    public static readonly AuthorizerType REQUEST = new("REQUEST");

    public AuthorizerType(string value) : base(value) { }

    public static AuthorizerType FindValue(string value) => FindValue<AuthorizerType>(value);

    public static implicit operator AuthorizerType(string value) => FindValue(value);
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

public class DeploymentStatus : ConstantClass
{
    public static readonly DeploymentStatus DEPLOYED = new("DEPLOYED");
    public static readonly DeploymentStatus FAILED = new("FAILED");
    public static readonly DeploymentStatus PENDING = new("PENDING");

    public DeploymentStatus(string value) : base(value) { }

    public static DeploymentStatus FindValue(string value) => FindValue<DeploymentStatus>(value);

    public static implicit operator DeploymentStatus(string value) => FindValue(value);
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

public class LoggingLevel : ConstantClass
{
    public static readonly LoggingLevel ERROR = new("ERROR");
    public static readonly LoggingLevel INFO = new("INFO");
    public static readonly LoggingLevel OFF = new("OFF");

    public LoggingLevel(string value) : base(value) { }

    public static LoggingLevel FindValue(string value) => FindValue<LoggingLevel>(value);

    public static implicit operator LoggingLevel(string value) => FindValue(value);
}

public class PassthroughBehavior : ConstantClass
{
    public static readonly PassthroughBehavior NEVER = new("NEVER");
    public static readonly PassthroughBehavior WHEN_NO_MATCH = new("WHEN_NO_MATCH");
    public static readonly PassthroughBehavior WHEN_NO_TEMPLATES = new("WHEN_NO_TEMPLATES");

    public PassthroughBehavior(string value) : base(value) { }

    public static PassthroughBehavior FindValue(string value) => FindValue<PassthroughBehavior>(value);

    public static implicit operator PassthroughBehavior(string value) => FindValue(value);
}

public class ProtocolType : ConstantClass
{
    public static readonly ProtocolType HTTP = new("HTTP");
    public static readonly ProtocolType WEBSOCKET = new("WEBSOCKET");

    public ProtocolType(string value) : base(value) { }

    public static ProtocolType FindValue(string value) => FindValue<ProtocolType>(value);

    public static implicit operator ProtocolType(string value) => FindValue(value);
}

public class VpcLinkStatus : ConstantClass
{
    public static readonly VpcLinkStatus AVAILABLE = new("AVAILABLE");
    public static readonly VpcLinkStatus DELETING = new("DELETING");
    public static readonly VpcLinkStatus FAILED = new("FAILED");
    public static readonly VpcLinkStatus INACTIVE = new("INACTIVE");
    public static readonly VpcLinkStatus PENDING = new("PENDING");

    public VpcLinkStatus(string value) : base(value) { }

    public static VpcLinkStatus FindValue(string value) => FindValue<VpcLinkStatus>(value);

    public static implicit operator VpcLinkStatus(string value) => FindValue(value);
}

public class VpcLinkVersion : ConstantClass
{
    public static readonly VpcLinkVersion V2 = new("V2");

    public VpcLinkVersion(string value) : base(value) { }

    public static VpcLinkVersion FindValue(string value) => FindValue<VpcLinkVersion>(value);

    public static implicit operator VpcLinkVersion(string value) => FindValue(value);
}
