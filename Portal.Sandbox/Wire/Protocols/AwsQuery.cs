using System.Text;
using System.Xml;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.Sandbox.Wire.Protocols;

/// <summary>The oldest protocol: a form with <c>Action</c> and members such as <c>MetricData.member.1.Value</c>, XML back.</summary>
internal sealed class AwsQuery(string xmlns) : Protocol
{
    private const string ContentType = "text/xml";

    private static readonly AwsQuery Watch = new("http://monitoring.amazonaws.com/doc/2010-08-01/");
    private static readonly AwsQuery Sts = new("https://sts.amazonaws.com/doc/2011-06-15/");

    public static AwsQuery Of(string service) => service is "sts" ? Sts : Watch;

    public override string? Operation(HttpRequest request, byte[] content) =>
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(content)).TryGetValue("Action", out var action) ? action.ToString() : null;

    public override ReadOnlyMemory<byte> Input(byte[] content) => FormInput.ToJson(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(content)));

    public override Answer Done(string operation, Action<ShapeWriter> write) => new(200, Document($"{operation}Response", xml =>
    {
        xml.WriteStartElement($"{operation}Result");
        XmlShape shape = new(xml);
        write(shape);
        xml.WriteEndElement();
        xml.WriteStartElement("ResponseMetadata");
        xml.WriteElementString("RequestId", Guid.NewGuid().ToString());
        xml.WriteEndElement();
    }), ContentType);

    public override Answer Refused(AwsError error) => new(error.Status, Document("ErrorResponse", xml =>
    {
        xml.WriteStartElement("Error");
        xml.WriteElementString("Type", error.Fault);
        xml.WriteElementString("Code", error.QueryCode);
        xml.WriteElementString("Message", error.Message);
        xml.WriteEndElement();
        xml.WriteElementString("RequestId", Guid.NewGuid().ToString());
    }), ContentType)
    {
        ErrorType = error.Type,
    };

    private byte[] Document(string root, Action<XmlWriter> write)
    {
        using MemoryStream written = new();
        // What a caller sent may hold characters that XML has no place for.
        using (var xml = XmlWriter.Create(written, new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement(root, xmlns);
            write(xml);
            xml.WriteEndElement();
        }

        return written.ToArray();
    }
}
