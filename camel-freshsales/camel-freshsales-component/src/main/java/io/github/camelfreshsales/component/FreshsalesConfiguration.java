package io.github.camelfreshsales.component;

import io.github.camelfreshsales.content.ContentFormat;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of an endpoint. A component holds one as the default of its endpoints; a message header wins over both. */
@UriParams
public class FreshsalesConfiguration implements Cloneable {

    @UriParam(label = "common,account")
    @Metadata(required = true)
    private String domain;

    @UriParam(label = "common,account,security", secret = true)
    @Metadata(required = true)
    private String apiKey;

    @UriParam(label = "common,account,security")
    private String trustedHosts;

    @UriParam(label = "producer,record")
    private String resourceType;

    @UriParam(label = "producer,record")
    private String recordId;

    @UriParam(label = "producer,record", defaultValue = "auto")
    private Wrap wrap = Wrap.auto;

    @UriParam(label = "producer,record", defaultValue = "send")
    private Nulls nulls = Nulls.send;

    @UriParam(label = "producer,record", defaultValue = "true")
    private boolean nestCustomFields = true;

    @UriParam(label = "producer,content", defaultValue = "json")
    private ContentFormat contentFormat = ContentFormat.json;

    @UriParam(label = "producer,content")
    private String contentType;

    @UriParam(label = "producer,manual", enums = "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS")
    private String method;

    @UriParam(label = "producer,manual", enums = "true,false")
    private String repeatable;

    @UriParam(label = "producer,manual")
    private String path;

    @UriParam(label = "producer,manual", prefix = "httpHeader.", multiValue = true)
    private Map<String, Object> httpHeaders;

    @UriParam(label = "producer,manual", prefix = "queryParameter.", multiValue = true)
    private Map<String, Object> queryParameters;

    @UriParam(label = "producer,batch", defaultValue = "true")
    private boolean stopOnRecordError = true;

    @UriParam(label = "producer,batch", defaultValue = "list")
    private ResultMode resultMode = ResultMode.list;

    @UriParam(label = "producer,result", defaultValue = "map")
    private OutputFormat outputFormat = OutputFormat.map;

    @UriParam(label = "producer,result")
    private Class<?> outputType;

    @UriParam(label = "producer,result", defaultValue = "true")
    private boolean unwrap = true;

    @UriParam(label = "producer,result")
    private boolean dryRun;

    /** A configuration of its own with the same values. */
    public FreshsalesConfiguration copy() {
        try {
            return (FreshsalesConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getDomain() {
        return domain;
    }

    /**
     * The account: its address as it stands beside the API key in Freshsales (acme.myfreshworks.com/crm/sales), a pasted
     * browser address, acme.freshsales.io for a Classic account, or a plain account name.
     */
    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getApiKey() {
        return apiKey;
    }

    /**
     * The API key of a user of the account: in Freshsales under Settings, API Settings. Calls have the rights of that user.
     * In a URI put it into RAW() when it holds a plus sign or a percent sign.
     */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getTrustedHosts() {
        return trustedHosts;
    }

    /**
     * Further hosts that the key may be sent to over https, separated by commas; a star in front stands for any
     * sub-domain. Without it these are the sub-domains of myfreshworks.com, freshworks.com and freshsales.io, and the
     * machine itself.
     */
    public void setTrustedHosts(String trustedHosts) {
        this.trustedHosts = trustedHosts;
    }

    public String getResourceType() {
        return resourceType;
    }

    /**
     * The kind of record: contacts, sales_accounts (or accounts), deals, leads, tasks, appointments, notes,
     * sales_activities, phone_calls, products, cpq_documents, lists, documents, document_links, a custom module such as
     * cm_project, or any other word, which is sent as it is.
     */
    public void setResourceType(String resourceType) {
        this.resourceType = resourceType;
    }

    public String getRecordId() {
        return recordId;
    }

    /** The id of the record that an operation is about. */
    public void setRecordId(String recordId) {
        this.recordId = recordId;
    }

    public Wrap getWrap() {
        return wrap;
    }

    /**
     * Whether a record is put under its resource's key, as in {"contact":{...}}: auto does it when it is not there yet,
     * always does it to whatever comes, never sends the record as it is.
     */
    public void setWrap(Wrap wrap) {
        this.wrap = wrap;
    }

    public Nulls getNulls() {
        return nulls;
    }

    /** Whether fields that are null are sent, which clears them in Freshsales, or left out. */
    public void setNulls(Nulls nulls) {
        this.nulls = nulls;
    }

    public boolean isNestCustomFields() {
        return nestCustomFields;
    }

    /** Whether cf_ fields found at the top of a record move under custom_field, where Freshsales wants them. */
    public void setNestCustomFields(boolean nestCustomFields) {
        this.nestCustomFields = nestCustomFields;
    }

    public ContentFormat getContentFormat() {
        return contentFormat;
    }

    /** How the request body is serialised. */
    public void setContentFormat(ContentFormat contentFormat) {
        this.contentFormat = contentFormat;
    }

    public String getContentType() {
        return contentType;
    }

    /** The media type of the request body, instead of that of the content format. */
    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    public String getMethod() {
        return method;
    }

    /** The HTTP method of the operation request. Without it: POST when there is a body, else GET. */
    public void setMethod(String method) {
        this.method = method;
    }

    public String getRepeatable() {
        return repeatable;
    }

    /**
     * Whether a call of the operation request may be sent again when nobody knows what became of it. Without it: yes for
     * GET, HEAD, PUT, DELETE and OPTIONS, no for POST and PATCH.
     */
    public void setRepeatable(String repeatable) {
        this.repeatable = repeatable;
    }

    public String getPath() {
        return path;
    }

    /**
     * The path of the operation request, below the API root (contacts/view/12), or a complete address of the account's own
     * host.
     */
    public void setPath(String path) {
        this.path = path;
    }

    public Map<String, Object> getHttpHeaders() {
        return httpHeaders;
    }

    /**
     * Custom request headers of any operation. Authorization and Host cannot be set. A value that is a secret belongs
     * into a bean (httpHeaders=#bean:name), since the text of a URI is shown in logs.
     */
    public void setHttpHeaders(Map<String, Object> httpHeaders) {
        this.httpHeaders = httpHeaders;
    }

    public Map<String, Object> getQueryParameters() {
        return queryParameters;
    }

    /** Extra query parameters of any operation. A value that is a list gives the parameter once for each element. */
    public void setQueryParameters(Map<String, Object> queryParameters) {
        this.queryParameters = queryParameters;
    }

    public boolean isStopOnRecordError() {
        return stopOnRecordError;
    }

    /**
     * When the body holds many records: whether the first one that fails ends the call with an exception, which carries
     * the results so far, or the others are still sent and the failure stands in its result.
     */
    public void setStopOnRecordError(boolean stopOnRecordError) {
        this.stopOnRecordError = stopOnRecordError;
    }

    public ResultMode getResultMode() {
        return resultMode;
    }

    /** When the body holds many records: a result for each of them, or the counts and the failures only. */
    public void setResultMode(ResultMode resultMode) {
        this.resultMode = resultMode;
    }

    public OutputFormat getOutputFormat() {
        return outputFormat;
    }

    /**
     * What the body becomes: map (a Map in the order of the answer, ids as Long, decimals as BigDecimal), json (text), pojo
     * (an object of the class in outputType) or raw (the bytes of the answer, untouched).
     */
    public void setOutputFormat(OutputFormat outputFormat) {
        this.outputFormat = outputFormat;
    }

    public Class<?> getOutputType() {
        return outputType;
    }

    /** The class of the body for the output format pojo. Jackson fills it. */
    public void setOutputType(Class<?> outputType) {
        this.outputType = outputType;
    }

    public boolean isUnwrap() {
        return unwrap;
    }

    /**
     * Whether the record is taken out of its wrapper {"contact":{...}}. What else stands at the top of the answer goes to
     * the header CamelFreshsalesSideloads.
     */
    public void setUnwrap(boolean unwrap) {
        this.unwrap = unwrap;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Whether to build the request without sending it: the body becomes a Map with method, url, headers and body. */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }
}
