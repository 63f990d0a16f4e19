using System.Collections;
using System.Globalization;
using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Wire;

/// <summary>Reads an answer of the query protocol: XML, with what was asked for in an element named after the action.</summary>
internal sealed class QueryUnmarshaller<TResponse>(string action, Func<ErrorResponse, AmazonServiceException> exception) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var root = XDocument.Load(context.Stream).Root!;
        var response = new TResponse();

        if (Child(root, $"{action}Result") is { } result)
        {
            Fill(response, result);
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var error = Error(context.Stream);
        error.InnerException = innerException;
        error.StatusCode = statusCode;

        return exception(error);
    }

    /// <summary>What is no XML comes from something in between, or from an emulator that does not know the service: it has no code.</summary>
    private static ErrorResponse Error(Stream body)
    {
        try
        {
            var root = XDocument.Load(body).Root;
            var error = Child(root, "Error");

            return new ErrorResponse
            {
                Code = Child(error, "Code")?.Value,
                Message = Child(error, "Message")?.Value,
                RequestId = Child(root, "RequestId")?.Value,
                Type = Child(error, "Type")?.Value is "Sender" ? ErrorType.Sender : ErrorType.Receiver,
            };
        }
        catch (XmlException)
        {
            return new ErrorResponse { Message = "The answer is not the service's.", Type = ErrorType.Unknown };
        }
    }

    private static void Fill(object target, XElement element)
    {
        foreach (var property in target.GetType().GetProperties().Where(Shape.IsOurs))
        {
            if (Child(element, property.Name) is { } child)
            {
                property.SetValue(target, Value(property.PropertyType, child));
            }
        }
    }

    private static object Value(Type type, XElement element)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;

        if (plain == typeof(string))
        {
            return element.Value;
        }

        if (plain.IsPrimitive || plain == typeof(DateTime))
        {
            return Convert.ChangeType(element.Value, plain, CultureInfo.InvariantCulture);
        }

        if (plain.IsSubclassOf(typeof(ConstantClass)))
        {
            return Activator.CreateInstance(plain, element.Value)!;
        }

        var made = (IEnumerable)null;

        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(List<>))
        {
            var list = (IList)Activator.CreateInstance(plain)!;

            foreach (var item in element.Elements())
            {
                list.Add(Value(plain.GenericTypeArguments[0], item));
            }

            made = list;
        }
        else if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            var map = (IDictionary)Activator.CreateInstance(plain)!;

            foreach (var entry in element.Elements())
            {
                map.Add(Child(entry, "key")!.Value, Value(plain.GenericTypeArguments[1], Child(entry, "value")!));
            }

            made = map;
        }

        return made ?? Structure(plain, element);
    }

    private static object Structure(Type type, XElement element)
    {
        var structure = Activator.CreateInstance(type)!;
        Fill(structure, element);

        return structure;
    }

    private static XElement Child(XElement element, string name) => element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);
}
