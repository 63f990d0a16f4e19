// Written by aws/write.py.
using Amazon.Runtime;

namespace Amazon.ApiGatewayV2;

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

public class ProtocolType : ConstantClass
{
    public static readonly ProtocolType HTTP = new("HTTP");
    public static readonly ProtocolType WEBSOCKET = new("WEBSOCKET");

    public ProtocolType(string value) : base(value) { }

    public static ProtocolType FindValue(string value) => FindValue<ProtocolType>(value);

    public static implicit operator ProtocolType(string value) => FindValue(value);
}
