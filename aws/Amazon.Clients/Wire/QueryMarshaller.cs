using System.Collections;
using System.Globalization;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Wire;

/// <summary>Writes a request of the query protocol: a form, in which a member of a list is named Member.member.1 and one of a structure Member.Part.</summary>
internal sealed class QueryMarshaller(string service, string action, string version) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var form = new StringBuilder($"Action={action}&Version={version}");
        Write(form, "", input);

        var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8";
        request.Content = Encoding.UTF8.GetBytes(form.ToString());

        return request;
    }

    private static void Write(StringBuilder form, string name, object value)
    {
        switch (value)
        {
            case null:
                break;
            case string or bool or ConstantClass or IFormattable:
                form.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(Text(value)));
                break;
            case IEnumerable list:
                foreach (var (index, item) in list.Cast<object>().Index())
                {
                    Write(form, string.Create(CultureInfo.InvariantCulture, $"{name}.member.{index + 1}"), item);
                }

                break;
            default:
                foreach (var property in value.GetType().GetProperties().Where(Shape.IsOurs))
                {
                    Write(form, name is "" ? property.Name : $"{name}.{property.Name}", property.GetValue(value));
                }

                break;
        }
    }

    private static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        ConstantClass constant => constant.Value,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
